const many = (n, form) => { for (let i = 0; i < n; i++) console.log(form(i)); };

const texts = {
  help() {
    console.log('usage: bundle [options] ENTRY');
    console.log('  --bail            stop at the first error');
    console.log('  --on-error=MODE   throw, warn or ignore');
    console.log('When a module is missing it prints for example');
    console.log("  `Error: Cannot find module './x'` with `at require (/app/x.js:3:4)` below, and leaves with 1.");
  },
  json: () => many(30, (i) => JSON.stringify({ level: 30, reqId: i, err: null, error: null, errors: [], msg: 'request completed' })),
  metrics() {
    console.log('# HELP nodejs_errors_total errors by type');
    many(20, (i) => `nodejs_errors_total{type="TypeError",route="/r${i}"} 0`);
  },
  caller() {
    (function serve() { console.trace('page served from'); })();
    many(22, (i) => `page ${i} served`);
  },
  settled() {
    Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('mirror 2 is down')), Promise.resolve(3)]).then((all) => {
      console.log(all);
      many(21, (i) => `package ${i} installed from the mirrors left`);
      console.log('done, 0 vulnerabilities');
    });
  },
  table() {
    console.table([{ error: 'TypeError', last_week: 4, this_week: 0 }, { error: 'RangeError', last_week: 2, this_week: 0 }]);
    console.log('errors are down by 100 %');
  },
  lint() {
    many(12, (i) => `/app/src/error-${i}.js\n  ${i + 3}:7  warning  'error' is defined but never used  no-unused-vars\n`);
    console.log('✖ 12 problems (0 errors, 12 warnings)');
  },
  listeners() {
    const e = new (require('events').EventEmitter)();
    many(12, (i) => (e.on('error', () => {}), `listener ${i} added`));
    setTimeout(() => many(20, (i) => `event ${i} handled`), 10);
  },
  deprecated() {
    new Buffer(4);
    require('url').parse('http://a.example:80x/');
    process.emitWarning('the option "onError" is old', 'DeprecationWarning', 'SHOP001');
    setTimeout(() => many(20, (i) => `chunk ${i} written`), 10);
  },
  skipped() {
    let n = 0;
    for (const row of ['{"a":1}', '{a:2}', '{"a":3}', '']) {
      try { console.log('row', JSON.parse(row)); } catch (e) { n++; console.log(`row skipped (${e})`); }
    }
    console.log(n, 'of 4 rows skipped, import complete');
  },
  rejections() {
    for (let i = 0; i < 3; i++)
      Promise.reject(new Error(`prefetch ${i} failed`));
    setTimeout(() => many(24, (i) => `page ${i} rendered`), 10);
  },
  survives() {
    process.on('uncaughtException', (e) => console.error('plugin disabled after', e));
    setTimeout(() => { throw new TypeError('plugin "weather" has no render()'); }, 1);
    setTimeout(() => { many(30, (i) => `frame ${i} drawn`); console.log('shutdown as asked'); }, 20);
  },
  classes() {
    console.log([Error, TypeError, RangeError, class HttpError extends Error {}], { onError: (e) => e, lastError: undefined });
    many(10, (i) => `[${i + 1}/10] Error${i}.test.js compiled`);
  },
  inspect() {
    const e = new Error('sample for the documentation');
    console.log('an error looks like this: ' + JSON.stringify(e.stack.split('\n')[0]));
    many(6, (i) => `doc page ${i}: class Error, its .cause and .stack`);
  },
};

texts[process.argv[2]]();
