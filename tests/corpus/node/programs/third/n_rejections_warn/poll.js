async function probe(n) {
  if (n === 2) throw new Error('probe 2 timed out');
}

for (let n = 0; n < 4; n++) probe(n);
let cycle = 0;
const timer = setInterval(() => {
  console.log(`cycle ${++cycle} ok`);
  if (cycle === 24) clearInterval(timer);
}, 2);
