const many = (n, form) => { for (let i = 0; i < n; i++) console.log(form(i)); };
const texts = {
  help() {
    console.log('usage: importer [options] FILE\n  --on-error MODE   stop or skip (default: stop)\n  --trace-uncaught  print stack traces');
    console.log('A bad row ends the run with a line such as "Uncaught TypeError: row 7 is undefined" and the code 1.');
    console.log('  --max-errors N    0 allows no error');
  },
  json: () => many(30, (i) => JSON.stringify({ level: 30, seq: i, error: null, exception: null, errors: [] })),
  metrics: () => many(20, (i) => `nodejs_unhandled_rejections_total{type="TypeError",shard="${i}"} 0`),
  progress: () => many(25, (i) => `[${i + 1}/25] bundling src/errors/${['NotFoundError', 'AuthError', 'FatalException'][i % 3]}.js`),
  config() {
    console.log({ errors: { exitOnUncaught: true, showStack: false, types: ['TypeError', 'RangeError'] }, lastError: null, onError: [Function] });
    many(20, (i) => `plugin ${i} ready`);
  },
  sql: () => many(22, (i) => `Executing (default): SELECT id, message FROM error_log WHERE level = 'ERROR' AND shard = ${i};`),
  trace() {
    console.trace('called from');
    many(24, (i) => `GET /pages/${i} 200`);
  },
  refused() {
    for (const s of ['1', '{', '3', '}']) {
      try {
        console.log('value', JSON.parse(s));
      } catch (e) {
        console.log(`row skipped by --on-error skip: ${e}`);
      }
    }
    console.log('2 of 4 rows refused, import complete');
  },
  settled: async () => {
    const jobs = [1, 2, 3].map(async (n) => { if (n === 2) throw new Error('thumbnail 2 is too small'); return n; });
    console.log(await Promise.allSettled(jobs));
    many(24, (i) => `page ${i} rendered`);
  },
  values() {
    console.log('known errors:', [new TypeError('only a value'), new RangeError('also a value')].map(String));
    many(22, (i) => `catalogue entry ${i} translated`);
  },
  deprecated() {
    Buffer(4);
    require('util').isArray([]);
    process.emitWarning('the option "legacyErrors" goes away', 'DeprecationWarning', 'APP001');
    many(22, (i) => `step ${i} done`);
  },
  listeners() {
    const e = new (require('events'))();
    for (let i = 0; i < 12; i++) e.on('error', () => {});
    many(22, (i) => `subscribed ${i}`);
  },
  late: async () => {
    process.on('unhandledRejection', (reason) => console.warn('telemetry rejected, switched off:', reason));
    Promise.reject(new Error('telemetry endpoint is not reachable'));
    await new Promise((done) => setTimeout(done, 10));
    many(30, (i) => `block ${i} written and verified`);
    console.log('backup complete: 30 blocks, 0 errors');
  },
};
texts[process.argv[2]]();
