const words = {
  mirrors() {
    for (let i = 0; i < 3; i++) console.error(`WARN mirror ${i}: connect ECONNREFUSED 127.0.0.1:9, next one`);
    for (let i = 0; i < 24; i++) console.log(`INFO part ${i} read from the local copy`);
  },
  notes() {
    console.log('CHANGES\n- the message\n      TypeError: Cannot read properties of undefined (reading \'eur\')\n          at price (/app/basket.js:3:20)\n      Node.js v20.1.0\n  is gone.\n');
    for (let i = 0; i < 18; i++) console.log(`table ${i} migrated`);
  },
  counters() {
    for (const n of ['uncaughtException', 'unhandledRejection', 'errors', 'ECONNRESET']) console.log(n.padEnd(20), 0);
    for (let i = 1; i < 20; i++) console.log(`eval ${i} error ${(1 / i).toFixed(4)}`);
  },
  values() {
    console.log([new RangeError('none').message, null, { error: null, cause: undefined }]);
    for (let i = 0; i < 18; i++) console.log(`sheet ${i} stored`);
  },
};
words[process.argv[2]]();
