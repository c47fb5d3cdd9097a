/** Who may import whom. Prose twin: docs/architecture.md. Each rule is proven by a probe in scripts/check/probes.ts. */
const SERVER_ROOM = '^cloudfunctions/features/([^/]+)/'
const CLIENT_ROOM = '^src/features/([^/]+)/'
const TEST = '([.](test|prop)[.]tsx?$|[.]test[.]tsx?$)'
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-circular', 'A cycle has no first room to read.', {}, { circular: true }),
    forbid(
      'shared-is-a-leaf',
      'shared/ stands on itself and valibot only.',
      { path: '^shared/', pathNot: TEST },
      { pathNot: ['^shared/', 'node_modules/valibot/'] },
    ),
    forbid(
      'client-never-sees-server',
      'The phone speaks to the cloud over the wire.',
      { path: '^src/', pathNot: TEST },
      { path: '^(cloudfunctions|local-cloud|tests|scripts)/' },
    ),
    forbid(
      'server-never-sees-client',
      'What is deployed knows neither phone nor the local cloud.',
      { path: '^cloudfunctions/', pathNot: TEST },
      { path: '^(src|local-cloud|tests|scripts)/' },
    ),
    forbid(
      'client-takes-contracts-as-types',
      'Schemas run on the server; `import type` keeps them off the phone.',
      { path: '^src/', pathNot: TEST },
      {
        path: ['^shared/[^/]+/[a-z-]*contract[.]ts$', '^shared/kernel/(fields|action)[.]ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'rules-carry-no-validator',
      'The phone imports pure rules: valibot must not reach it through one of them.',
      { path: '^shared/', pathNot: ['/[a-z-]*contract[.]ts$', '^shared/kernel/(fields|action)[.]ts$', TEST] },
      {
        path: ['node_modules/valibot/', '^shared/[^/]+/[a-z-]*contract[.]ts$', '^shared/kernel/fields[.]ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'phone-carries-no-validator',
      'valibot must not reach the phone.',
      { path: '^src/', pathNot: TEST },
      { path: 'node_modules/valibot/' },
    ),
    forbid(
      'server-room-by-front-door',
      'Rooms enter other rooms by index.ts.',
      { path: SERVER_ROOM, pathNot: TEST },
      { path: '^cloudfunctions/features/', pathNot: ['^cloudfunctions/features/$1/', '/index[.]ts$'] },
    ),
    forbid(
      'functions-by-front-door',
      'A deployed function mounts rooms.',
      { path: '^cloudfunctions/functions/' },
      { path: '^cloudfunctions/features/', pathNot: '/index[.]ts$' },
    ),
    forbid(
      'client-room-by-front-door',
      'Rooms enter other rooms by index.ts.',
      { path: CLIENT_ROOM, pathNot: TEST },
      { path: '^src/features/', pathNot: ['^src/features/$1/', '/index[.]ts$'] },
    ),
    forbid(
      'platform-knows-no-room',
      'platform is below every room.',
      { path: '^(cloudfunctions|src)/platform/', pathNot: TEST },
      { path: '/features/' },
    ),
    forbid(
      'ui-knows-no-room',
      'ui parts could be another shop’s.',
      { path: '^src/ui/', pathNot: TEST },
      { path: '^src/(features|platform)/' },
    ),
    forbid(
      'sdk-in-one-file',
      'One file names wx-server-sdk.',
      { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/platform/sdk[.]ts$', TEST] },
      { path: 'wx-server-sdk' },
    ),
    forbid(
      'database-through-repositories',
      'Only repository.ts makes tables; use cases pass the handle on and may name its type.',
      { path: '^cloudfunctions/features/', pathNot: ['/(repository|[a-z-]+-repository)[.]ts$', TEST] },
      { path: '^cloudfunctions/platform/db[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'cloud-only-through-api',
      'Only api.ts calls the cloud.',
      { path: '^src/features/', pathNot: ['/api[.]ts$', TEST] },
      { path: '^src/platform/cloud', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nothing-that-ships-sees-the-local-cloud',
      'Tests and scripts may; what is deployed may not.',
      { path: '^(src|shared|cloudfunctions)/', pathNot: TEST },
      { path: '^local-cloud/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'] },
  },
}
