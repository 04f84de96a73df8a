const left = { 3: 2, 8: 1 };

async function copy(part) {
  if (left[part]-- > 0) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', part });
  return 4096 * part;
}

(async () => {
  for (let part = 0; part < 30; part++) {
    for (let attempt = 1; ; attempt++) {
      try {
        console.log(`part ${part}: ${await copy(part)} bytes`);
        break;
      } catch (error) {
        console.error(`part ${part}, attempt ${attempt} failed:`, error);
      }
    }
  }
  console.log('all parts copied');
})();
