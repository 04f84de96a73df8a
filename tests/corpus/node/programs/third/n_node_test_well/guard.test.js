const assert = require('node:assert');
const test = require('node:test');

test('TypeError: x is not a function', () => assert.throws(() => { const x = 1; x(); }, TypeError));
test('a failure that is known', { todo: 'fix in 2027' }, () => assert.strictEqual(1, 2));
test('rejects', () => assert.rejects(Promise.reject(new RangeError('too far')), { message: 'too far' }));
test('not on this machine', { skip: 'needs a GPU' }, () => assert.fail('never'));
