import http from 'node:http';
import { createRequire } from 'node:module';

const puppeteer = createRequire(import.meta.url)('puppeteer-core');
const pages = {
  '/': '<title>Home</title><script>console.error("Uncaught (in promise) no consent yet"); undefinedFunction()</script>',
  '/slow': null,
  '/old': '<title>Old</title><img src="/missing.png"><script>JSON.parse("<html>")</script>',
  '/ok': '<title>Fine</title>' };
const server = http.createServer((request, response) => {
  if (request.url === '/slow') return;
  response.writeHead(request.url in pages ? 200 : 404, { 'content-type': 'text/html' }).end(pages[request.url] ?? 'no such page');
}).listen(8797, '127.0.0.1');

const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const notes = [];
for (const path of [...Object.keys(pages), '/closed-port']) {
  const page = await browser.newPage();
  page.on('pageerror', error => console.log('  page error', error.stack ?? error));
  page.on('console', message => console.log(`  console.${message.type()}: ${message.text()}`));
  try {
    const answer = await page.goto(path === '/closed-port' ? 'http://127.0.0.1:9797/' : `http://127.0.0.1:8797${path}`, { timeout: 1500 });
    console.log(`${path}: ${answer.status()} "${await page.title()}"`);
  } catch (error) {
    notes.push([path, error.name]);
    console.log(`${path}: ${error}`);
  }
  await page.close();
}
await browser.close();
server.closeAllConnections();
server.close();
console.log(`crawled ${Object.keys(pages).length + 1} pages, notes on ${notes.length}:`);
console.table(notes);
