/** Somebody says something every second. */

const SERVER = '100000000000000003';

export default (dback) => {
  dback.onGetServerData(() => ({ [SERVER]: { id: 'clock', name: 'Clock tower', default: true } }));
  dback.onGetUserData(() => ({
    1: { uid: '1', username: 'The clock', status: 'online', roleColor: '#9fd356' },
  }));
  setInterval(() => {
    dback.broadcastMessage(SERVER, '1', new Date().toLocaleTimeString(), '1');
  }, 1_000);
};
