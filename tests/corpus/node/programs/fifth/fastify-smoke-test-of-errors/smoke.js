const fastify = require('fastify');

const app = fastify({ logger: { level: 'info', base: null } });
app.get('/health', async () => ({ ok: true }));
app.get('/rows/:id', async request => {
  const row = { 1: { name: 'ada' } }[request.params.id];
  return row.name.toUpperCase();
});
app.post('/rows', { schema: { body: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } } }, async () => 'stored');

const wanted = [['GET', '/health', 200], ['GET', '/rows/1', 200], ['GET', '/rows/7', 500], ['POST', '/rows', 400], ['GET', '/nowhere', 404]];
(async () => {
  await app.listen({ port: 8793, host: '127.0.0.1' });
  let wrong = 0;
  for (const [method, url, status] of wanted) {
    const answer = await fetch(`http://127.0.0.1:8793${url}`, { method });
    if (answer.status !== status) wrong++;
    console.log(`${answer.status === status ? 'ok' : 'NOT OK'} ${method} ${url} -> ${answer.status}`);
  }
  await app.close();
  console.log(`smoke: ${wanted.length - wrong} of ${wanted.length} as expected`);
  process.exitCode = wrong ? 1 : 0;
})();
