const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

function header(bytes) {
  if (bytes.length < 4) throw new RangeError(`image ${workerData.name} has only ${bytes.length} bytes`); // RAISES
  return bytes.readUInt32BE(0);
}

if (isMainThread) {
  const names = ['a.raw', 'b.raw', 'c.raw'];
  const next = () => {
    const name = names.shift();
    if (!name) return;
    const worker = new Worker(__filename, { workerData: { name, size: name === 'b.raw' ? 3 : 8 } });
    worker.on('message', (value) => console.log(`${name}: header ${value}`));
    worker.on('exit', next);
  };
  next();
} else {
  parentPort.postMessage(header(Buffer.alloc(workerData.size, 1)));
}
