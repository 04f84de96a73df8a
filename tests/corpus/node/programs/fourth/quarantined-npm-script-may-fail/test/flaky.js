const assert = require('node:assert');

const started = Date.now();
while (Date.now() - started < 30);
assert.ok(Date.now() - started < 20, 'took longer than 20 ms');
