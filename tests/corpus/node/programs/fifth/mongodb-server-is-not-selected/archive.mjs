import { createRequire } from 'node:module';

const { MongoClient } = createRequire(import.meta.url)('mongodb');
const client = new MongoClient('mongodb://127.0.0.1:27999/?directConnection=true', { serverSelectionTimeoutMS: 700 });
client.on('serverHeartbeatFailed', event => console.warn(`archive: heartbeat failed: ${event.failure.message}`));

console.time('archive: took');
try {
  const old = await client.db('shop').collection('orders').countDocuments({ year: { $lt: 2020 } });
  console.log(`archive: ${old} orders are old`);
} finally {
  await client.close();
  console.timeEnd('archive: took');
}
