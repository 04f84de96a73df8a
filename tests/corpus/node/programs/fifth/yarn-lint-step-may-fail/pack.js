const { gzipSync } = require('node:zlib');
const fs = require('node:fs');
const css = fs.readFileSync('styles/print.css');
console.log(`print.css: ${css.length} -> ${gzipSync(css).length} bytes`);
