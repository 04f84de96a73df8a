import { table } from './errors.js';
const run = code => eval(code);
if (location.hash) import('./errors.js').then(m => console.error(m.table));
document.querySelector('#app').textContent = table.map(([code, text]) => `${code}: ${text}`).join('\n') + run('1 + 1') + __dirname;
