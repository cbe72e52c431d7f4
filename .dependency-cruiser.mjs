/** Who may import whom: the table of docs/architecture.md, checked. */

const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to,
});
const outside = (...allowed) => ({ pathNot: allowed });
/** The same, and Node's own modules are welcome. */
const outsideNode = (...allowed) => ({ pathNot: allowed, dependencyTypesNot: ['core'] });
const npm = 'node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('shared', 'shared/ is used by all sides', '^shared/', outside('^shared/')),
    forbid(
      'core',
      'the core is plain Node and knows nothing of Electron',
      '^main/core/',
      outsideNode('^main/core/', '^shared/', `^${npm}(?!electron)`),
    ),
    forbid('core-electron', 'no Electron in the core', '^main/(core/|headless)', {
      path: '(^|/)electron(-store)?(/|$)',
    }),
    forbid(
      'shell',
      'the shell uses the core, Electron and the settings store',
      '^main/shell/',
      outsideNode('^main/(shell|core)/', '^shared/', `${npm}electron(-store)?/`, '^electron$'),
    ),
    forbid(
      'headless',
      'headless is the core without a shell',
      '^main/headless',
      outsideNode('^main/core/', '^shared/', '^package\\.json$', `${npm}conf/`),
    ),
    forbid(
      'script-runner',
      'a script gets no part of the core but the messages',
      '^main/script-runner',
      outsideNode('^main/core/sources/(callbacks|script)/', '^shared/'),
    ),
    forbid(
      'preload',
      'the preload script is built from the contract',
      '^preload/',
      outside('^shared/', `${npm}electron/`, '^electron$'),
    ),
    forbid(
      'dashboard',
      'the window knows the state and nothing of where it comes from',
      '^renderer/dashboard/',
      outside(
        '^renderer/dashboard/',
        '^shared/',
        '^assets/icons/',
        `${npm}(preact|@tanstack/virtual-core)/`,
      ),
    ),
    forbid(
      'overlay',
      'the overlay page stands alone',
      '^renderer/overlay/',
      outside('^renderer/overlay/', '^shared/'),
    ),
    forbid(
      'overlay-sim',
      'the simulation is pure',
      '^renderer/overlay/sim/',
      outside('^renderer/overlay/sim/', '^shared/'),
    ),
    forbid(
      'overlay-draw',
      'drawing looks at the world and does not change it',
      '^renderer/overlay/draw/',
      outside('^renderer/overlay/(draw|sim)/', '^shared/'),
    ),
    {
      name: 'circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
