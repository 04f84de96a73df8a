import http from 'node:http';
import { createRequire } from 'node:module';

const puppeteer = createRequire(import.meta.url)('puppeteer-core');
const stamp = () => new Date().toISOString().slice(11, 23);
const say = text => console.log(`${stamp()} print: ${text}`);

const pages = {
  '/sales': '<h1>Sales</h1><table id="total"><tr><td>4711</td></tr></table>',
  '/stock': '<h1>Stock</h1><script>fetch("/api/stock").then(r => r.json()).then(s => { total.textContent = s.sum })</script>',
  '/api/stock': '<html>502 Bad Gateway</html>' };
const server = http.createServer((request, response) => {
  response.writeHead(request.url in pages ? 200 : 404, { 'content-type': 'text/html' });
  response.end(pages[request.url] ?? '');
}).listen(8791, '127.0.0.1');

const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const name of ['sales', 'stock', 'margins']) {
    const page = await browser.newPage();
    page.on('pageerror', error => say(`${name}: page error: ${error.message}`));
    page.on('console', message => say(`${name}: console ${message.type()}: ${message.text()}`));
    await page.goto(`http://127.0.0.1:8791/${name}`);
    await page.waitForSelector('#total', { timeout: 2500 });
    const pdf = await page.pdf({ format: 'A4' });
    say(`${name}: printed, ${pdf.length > 1000 ? 'ok' : 'empty'}`);
    await page.close();
  }
} finally {
  say('closing the browser');
  await browser.close();
  server.close();
}
