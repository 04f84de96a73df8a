let tries = 0;
async function copy(shard) {
  if (shard === 2 && tries++ < 2) throw new Error('read ECONNRESET');
  return shard;
}

(async () => {
  for (let shard = 0; shard < 26; shard++) {
    for (;;) {
      try {
        console.log(`info shard ${await copy(shard)} copied`);
        break;
      } catch (e) {
        console.warn(`warn shard ${shard} will be tried again:`, e);
      }
    }
  }
  console.log('info all shards copied, 0 errors');
})();
