const CircuitBreaker = require('opossum');
const http = require('http');

let asked = 0;
const server = http.createServer((request, response) => {
  asked += 1;
  if (asked <= 3) return request.socket.destroy();
  response.end(JSON.stringify({ EUR: 1, CHF: 0.94 + asked / 1000 }));
});

async function fetchRates(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/rates`);
  return answer.json();
}

const breaker = new CircuitBreaker(fetchRates, { errorThresholdPercentage: 50, resetTimeout: 300, volumeThreshold: 3 });
breaker.fallback(() => ({ EUR: 1, CHF: 0.941, cached: true }));
breaker.on('failure', error => console.error('breaker: failure:', error));
breaker.on('open', () => console.error('breaker: OPEN, rates service looks dead'));
breaker.on('halfOpen', () => console.log('breaker: half open, trying again'));
breaker.on('close', () => console.log('breaker: closed, service is healthy'));
breaker.on('fallback', result => console.log('breaker: fallback used, cached=%s', result.cached));

server.listen(18931, '127.0.0.1', async () => {
  for (let batch = 1; batch <= 8; batch++) {
    const rates = await breaker.fire(18931);
    console.log('batch %d: priced 250 rows with CHF %s', batch, rates.CHF);
    await new Promise(done => setTimeout(done, batch === 6 ? 400 : 20));
  }
  const { failures, fallbacks, successes, rejects } = breaker.stats;
  console.log('stats: failures=%d rejects=%d fallbacks=%d successes=%d', failures, rejects, fallbacks, successes);
  breaker.shutdown();
  server.close();
});
