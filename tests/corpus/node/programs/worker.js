const { Worker, isMainThread, workerData } = require('worker_threads');

function crunch(rows) {
  return rows.map((r) => BigInt(r)); // RAISES
}

if (isMainThread) {
  console.log('starting worker 1');
  new Worker(__filename, { workerData: [1, 2.5] });
} else {
  crunch(workerData);
}
