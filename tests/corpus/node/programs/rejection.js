const { setTimeout: pause } = require('timers/promises');

async function fetchUser(id) {
  await pause(5);
  if (id === 3) throw new RangeError(`user ${id} is out of range`); // RAISES
  return { id };
}

async function report(ids) {
  for (const id of ids) console.log('user', (await fetchUser(id)).id);
}

report([1, 2, 3, 4]);
