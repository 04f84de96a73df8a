const assert = require('assert');

function migrate(row) {
  return { id: row.id, tags: row.tags.slice(0, 2), name: row.name };
}

console.log('migrating row 7');
assert.deepStrictEqual(migrate({ id: 7, tags: ['a', 'b', 'c'], name: 'x' }), { id: 7, tags: ['a', 'b', 'c'], name: 'x' }); // RAISES
