const Redis = require('ioredis');

const redis = new Redis({ port: 18971, host: '127.0.0.1', retryStrategy: times => times * 120, maxRetriesPerRequest: null });
async function main() {
  console.log('visits: counting 4 pages');
  for (const page of ['/', '/shop', '/500', '/error']) {
    console.log('visits: %s -> %s', page, await redis.incr('visits:' + page));
  }
  redis.disconnect();
  console.log('visits: done, 0 lost');
}
main();
