const tables = { left: new Map([['a', { n: 1 }], ['b', { n: 2 }]]), right: new Map([['a', { n: 5 }]]) };

function join(key) {
  return tables.left.get(key).n + tables.right.get(key).n; // RAISES
}

const steps = {
  fetch: () => console.log('  2 tables fetched'),
  merge: () => [...tables.left.keys()].map(join),
  publish: () => console.log('  published'),
};
steps[process.argv[2]]();
