// The architecture as rules. There is no list of exceptions: a finding is mended, not excused.

const { join } = require('node:path')

/** Files of a domain that a browser may load; they know neither the database nor Node. */
const BROWSER_SAFE = '^packages/api/src/[^/]+/(schema|rules|states|policy)(\\.ts$|/)'
const NODE_TYPES = { dependencyTypes: ['core'] }

/** `name`: nothing matching `from` may import anything matching `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Only what is listed may be imported from the workspace. */
const workspaceOnly = (name, from, allowed) =>
  forbid(
    `${name}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
    `${from} may import these rooms only: ${allowed.join(', ') || 'none'}.`,
    { path: `^${from}/` },
    {
      path: '^(apps|packages|tooling|e2e)/',
      pathNot: [from, ...allowed].map((room) => `^${room}/`),
    },
  )

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or a third is missing.',
      {},
      {
        circular: true,
      },
    ),
    forbid(
      'no-unresolved',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '^(virtual:|server-only$)' },
    ),
    forbid(
      'no-undeclared-package',
      'A package that the nearest package.json does not name.',
      { path: '^(apps|packages|tooling|e2e)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),

    // Rooms: web → api → db; web → ui; worker → api; nothing imports web.
    workspaceOnly('web', 'apps/web', ['packages/api', 'packages/ui']),
    workspaceOnly('worker', 'apps/worker', ['packages/api']),
    workspaceOnly('api', 'packages/api', ['packages/db', 'packages/stripe-local']),
    workspaceOnly('db', 'packages/db', []),
    workspaceOnly('ui', 'packages/ui', []),
    workspaceOnly('stripe-local', 'packages/stripe-local', []),
    workspaceOnly('e2e', 'e2e', []),
    workspaceOnly('tooling', 'tooling', ['packages/api', 'packages/db', 'packages/stripe-local']),
    forbid(
      'local-stripe-in-tests-only',
      'The product speaks to Stripe; that it can be a local one is a matter of its address.',
      { path: '^packages/api/', pathNot: '(\\.test\\.ts$|/testing/)' },
      { path: '^packages/stripe-local/' },
    ),

    // Inside the site: app → features → lib.
    forbid(
      'features-do-not-import-pages',
      'app → features → lib.',
      { path: '^apps/web/src/(features|lib|auth)/' },
      { path: '^apps/web/src/app/' },
    ),
    forbid(
      'lib-does-not-import-features',
      'app → features → lib.',
      { path: '^apps/web/src/lib/' },
      { path: '^apps/web/src/features/' },
    ),
    forbid(
      'next-auth-behind-one-door',
      'The sign-in library is a beta: everything else speaks to src/auth.',
      { path: '^(apps|packages)/', pathNot: '^apps/web/src/auth/' },
      { path: '(^|/)(next-auth|@auth/[^/]+)/' },
    ),

    // Inside the product.
    forbid(
      'stripe-behind-one-adapter',
      'Only orders and payments speak to Stripe.',
      {
        path: '^(apps|packages|tooling)/',
        pathNot: '^packages/(api/src/(orders|payments)|stripe-local)/',
      },
      { path: '/node_modules/stripe/' },
    ),
    forbid(
      'prisma-in-db-only',
      'Everything else uses what packages/db hands out.',
      { path: '^(apps|packages|tooling)/', pathNot: '^packages/db/' },
      { path: '/node_modules/(@prisma/|prisma/)' },
    ),
    forbid(
      'decisions-are-pure',
      'schema, rules, states and policy run in a browser: no database, no Node, no clock, no commands.',
      { path: BROWSER_SAFE, pathNot: '\\.test\\.ts$' },
      {
        path: '^packages/db/|^packages/api/src/[^/]+/(reads|commands|jobs|router)(\\.ts$|/)|^packages/api/src/(trpc|testing)/',
      },
    ),
    forbid(
      'decisions-do-not-know-node',
      'The same for built-in modules of Node.',
      {
        path: BROWSER_SAFE,
        pathNot: '\\.test\\.ts$',
      },
      NODE_TYPES,
    ),
    forbid(
      'states-import-nothing',
      'A table of states is data; only types may be imported.',
      { path: '^packages/api/src/[^/]+/states(\\.ts$|/)', pathNot: '\\.test\\.ts$' },
      { pathNot: '^packages/api/src/[^/]+/states/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'reads-do-not-write',
      'A read may not reach a command.',
      { path: '^packages/api/src/[^/]+/reads(\\.ts$|/)', pathNot: '\\.test\\.ts$' },
      { path: '^packages/api/src/[^/]+/(commands|jobs|router)(\\.ts$|/)' },
    ),
    forbid(
      'product-does-not-know-trpc',
      'Only routers and the tRPC folder know the transport.',
      {
        path: '^packages/api/src/[^/]+/(schema|rules|states|policy|reads|commands|jobs)(\\.ts$|/)',
        pathNot: '\\.test\\.ts$',
      },
      { path: '^packages/api/src/trpc/|/node_modules/@trpc/' },
    ),
    forbid(
      'tests-are-not-imported',
      'Tests and what serves them stay out of the product.',
      { path: '^(apps|packages)/', pathNot: '(\\.test\\.tsx?$|/testing/|/src/testing\\.ts$)' },
      { path: '(\\.test\\.tsx?$|/testing/|/src/testing\\.ts$)' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/\\.next|/generated/|^\\.data/|\\.css$)' },
    tsConfig: { fileName: join(__dirname, 'apps/web/tsconfig.json') },
    webpackConfig: { fileName: join(__dirname, 'tooling/dependency-cruiser-resolve.cjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
