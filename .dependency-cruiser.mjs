/** The import table of the layout: which room may import which. No room reaches up the data flow. */
const rooms = {
  model: [],
  plain: [],
  salesforce: ['model', 'plain'],
  access: ['model', 'plain', 'salesforce'],
  rules: ['model', 'plain', 'salesforce'],
  engine: ['model', 'plain', 'salesforce'],
  reporters: ['model', 'plain', 'salesforce'],
  history: ['model', 'plain', 'salesforce'],
  'report-files': ['model', 'plain', 'salesforce', 'generated', 'reporters'],
  share: ['model', 'plain', 'salesforce', 'generated', 'reporters'],
  config: ['model', 'plain', 'salesforce', 'generated'],
  generated: [],
  collector: ['model', 'plain', 'salesforce', 'generated'],
  // The oracle of the others: it has its facts from the recordings, not from them.
  emulator: ['model'],
};
const pure = [
  'model',
  'plain',
  'salesforce',
  'access',
  'rules',
  'engine',
  'reporters',
  'history',
  'report-files',
  'share',
];

const layout = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `src/${room} may import ${['itself', ...mayImport].join(', ')} and no other room`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...mayImport].map((name) => `^src/${name}/`) },
}));

export default {
  forbidden: [
    ...layout,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-rooms-know-no-machine',
      severity: 'error',
      comment: 'No clock, file, network or environment: these rooms run in a browser too',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'jsforce-lives-in-the-org-collector',
      severity: 'error',
      from: { pathNot: '^src/collector/org/' },
      to: { path: 'node_modules/jsforce/' },
    },
    {
      name: 'undici-stands-behind-proxies-alone',
      severity: 'error',
      comment: 'Loaded only where a proxy is set; everything else has the fetch of Node',
      from: { pathNot: '^src/collector/org/transport/proxy' },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'saxes-lives-where-xml-is-read',
      severity: 'error',
      from: { pathNot: '^src/(collector/source/xml|report-files)/' },
      to: { path: 'node_modules/saxes/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'sarif is types alone (@types/sarif), which nothing resolves at run time',
      from: {},
      to: { couldNotResolve: true, pathNot: '^sarif$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
