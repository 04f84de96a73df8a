const { Queue, Worker } = require('bullmq');

const connection = { host: '127.0.0.1', port: 6391 };
const tries = {};

async function send(job) {
  const n = tries[job.id] = (tries[job.id] ?? 0) + 1;
  if (job.data.to.includes('slow') && n < 3) throw Object.assign(new Error('421 4.3.2 Service not available, closing transmission channel'), { responseCode: 421 });
  if (job.data.to.includes('once') && n < 2) throw new TypeError("Cannot read properties of undefined (reading 'accepted')");
  return `250 queued as ${job.id}`;
}

async function main() {
  const queue = new Queue('mails', { connection });
  const worker = new Worker('mails', send, { connection, concurrency: 2 });
  let open = 4;
  const drained = new Promise(resolve => {
    worker.on('completed', (job, answer) => {
      console.log(`mails:${job.id} completed after ${job.attemptsMade} attempts: ${answer}`);
      if (--open === 0) resolve();
    });
  });
  worker.on('failed', (job, error) => console.error(`mails:${job.id} failed (attempt ${job.attemptsMade} of ${job.opts.attempts})\n${error.stack}`));
  for (const to of ['ada@example.org', 'slow@example.org', 'once@example.org', 'dora@example.org']) {
    await queue.add('send', { to }, { attempts: 5, backoff: { type: 'fixed', delay: 150 } });
  }
  await drained;
  console.log('counts', await queue.getJobCounts('completed', 'failed', 'waiting'));
  await worker.close();
  await queue.close();
}

main();
