const queue = [{ run: () => 1 }, { run: () => 2 }, {}];

function tick() {
  const job = queue.shift();
  console.log('job', job.run()); // RAISES
  setTimeout(tick, 1);
}

setTimeout(tick, 1);
