// Who may import whom. Every rule says why and what to do instead; tests/run/boundaries.mjs also counts the modules seen.
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|entrypoints|tests)/', pathNot: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one file, or hide a third: take out what both need. Types may go round.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'domain-is-the-bottom',
      '^src/domain/',
      '^src/(domain|programmes)/',
      'What mentoring is depends on nothing that reads, stores or shows it. Pass what you need as an argument.',
    ),
    only(
      'programmes-are-data',
      '^src/programmes/',
      '^src/(domain|programmes)/',
      'A pack is data: it imports the types and shared lists.',
    ),
    only(
      'messages-know-domain',
      '^src/messages/',
      '^src/(domain|programmes|messages)/',
      'Calls are typed by contracts; they know no feature and no store.',
    ),
    only(
      'ui-knows-domain',
      '^src/ui/',
      '^src/(domain|programmes|ui|messages/contract)',
      'Parts shared by all surfaces are plain: give them props.',
    ),
    only(
      'sites-know-domain',
      '^src/sites/',
      '^src/(domain|sites)/',
      'A site reads a page. What to do with it is a feature’s matter.',
    ),
    only(
      'accounts-know-domain',
      '^src/accounts/',
      '^src/(domain|accounts)/',
      'An account provider signs in and reads calendars. When, and where to put it, is a feature’s matter.',
    ),
    only(
      'files-know-domain',
      '^src/files/',
      '^src/(domain|programmes|files)/',
      'A file format turns text into records and back, and knows no store.',
    ),
    only(
      'ledger-knows-domain',
      '^src/ledger/',
      '^src/(domain|programmes|ledger)/',
      'The store keeps records; features say when.',
    ),
    {
      name: 'sites-are-apart',
      severity: 'error',
      comment: 'One site never leans on another; what both need stands beside site.ts, or in sites/dates.',
      from: { path: '^src/sites/([^/]+)/' },
      to: { path: '^src/sites/[^/]+/', pathNot: '^src/sites/($1|dates)/' },
    },
    {
      name: 'features-know-interfaces',
      severity: 'error',
      comment:
        'A feature takes sites, accounts and the store through site.ts, calendar-site.ts, account.ts, mail.ts and ledger.ts; src/app hands it the real ones.',
      from: { path: '^src/features/' },
      to: {
        path: '^src/(sites|accounts|ledger)/',
        pathNot: '^src/(sites/(calendar-)?site|accounts/(account|mail|scopes)|ledger/ledger)\\.ts$',
      },
    },
    {
      name: 'nothing-below-app-knows-app',
      severity: 'error',
      comment: 'Only entrypoints start the app; take what you need as an argument.',
      from: { path: '^src/', pathNot: '^src/app/' },
      to: { path: '^(src/app|entrypoints)/' },
    },
    {
      name: 'entrypoints-start-app',
      severity: 'error',
      comment: 'An entrypoint is three to fifteen lines that start something of src/app.',
      from: { path: '^entrypoints/' },
      to: { path: '^src/', pathNot: '^src/(app/|ui/.*\\.css$|sites/)' },
    },
    {
      name: 'page-scripts-carry-no-schema',
      severity: 'error',
      comment: 'Page scripts import contracts as types only, which keeps zod out of every mailbox.',
      from: {
        path: '^src/(sites|app/mail-page|app/page-watch|app/calendar-page|features/deadlines/page)/|^src/features/deadlines/words\\.ts$',
      },
      to: { path: 'node_modules/(zod|idb|preact)|^src/(ledger|files)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-imports-no-tests',
      severity: 'error',
      comment: 'What ships stands in src.',
      from: { path: '^(src|entrypoints)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
    },
  },
};
