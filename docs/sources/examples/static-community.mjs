/** A community that never changes: the smallest script there is. */

const servers = { '100000000000000001': { id: 'home', name: 'Home', default: true } };

const members = {
  1: { uid: '1', username: 'Ada', status: 'online', roleColor: '#e8a33d' },
  2: { uid: '2', username: 'Bo', status: 'idle', roleColor: '#3da5e8' },
};

export default (dback) => {
  dback.onGetServerData(() => servers);
  dback.onGetUserData(() => members);
};
