import http from 'node:http';
import { createRequire } from 'node:module';
import pRetry, { AbortError } from '/usr/lib/node_modules/p-retry/index.js';

const log4js = createRequire(import.meta.url)('log4js');
log4js.configure({ appenders: { out: { type: 'stdout', layout: { type: 'basic' } } }, categories: { default: { appenders: ['out'], level: 'debug' } } });
const log = log4js.getLogger('mirror');

let calls = 0;
const server = http.createServer((request, response) => {
  calls++;
  if (request.url === '/gone.tar') return response.writeHead(410).end();
  if (calls < 3) return request.socket.destroy();
  if (calls < 4) return response.writeHead(503).end('try later');
  response.end('x'.repeat(2048));
});
await new Promise(resolve => server.listen(8795, '127.0.0.1', resolve));

async function fetchOne(name) {
  const answer = await fetch(`http://127.0.0.1:8795/${name}`);
  if (answer.status === 410) throw new AbortError(`${name} is gone`);
  if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status} ${answer.statusText}`);
  return (await answer.arrayBuffer()).byteLength;
}

let bytes = 0;
for (const name of ['base.tar', 'gone.tar', 'extra.tar']) {
  try {
    bytes += await pRetry(() => fetchOne(name), {
      retries: 5, minTimeout: 60, factor: 1,
      onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => log.error(`attempt ${attemptNumber} failed, ${retriesLeft} left`, error),
    });
    log.info(`${name} mirrored`);
  } catch (error) {
    log.warn(`${name} left out:`, error.message);
  }
}
server.close();
log.info(`done, ${bytes} bytes`);
