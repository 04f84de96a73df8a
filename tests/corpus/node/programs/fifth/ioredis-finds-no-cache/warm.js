const Redis = require('ioredis');

const redis = new Redis({ host: '127.0.0.1', port: 6390, maxRetriesPerRequest: 3, retryStrategy: times => Math.min(times * 40, 200) });
redis.on('reconnecting', wait => console.log(`[warm] reconnecting in ${wait} ms`));
redis.on('error', error => console.error('[warm] redis:', error.code));

async function warm(keys) {
  const pipeline = keys.map(key => redis.set(`page:${key}`, JSON.stringify({ key, at: 0 }), 'EX', 3600));
  return (await Promise.all(pipeline)).filter(answer => answer === 'OK').length;
}

console.log('[warm] filling the cache of 3 pages');
warm(['home', 'news', 'imprint']).then(count => console.log(`[warm] ${count} pages`)).catch(error => {
  console.error('[warm] could not fill the cache');
  console.error(error);
  process.exit(1);
});
