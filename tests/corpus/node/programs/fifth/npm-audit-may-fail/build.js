const fs = require('node:fs');
const files = fs.readdirSync('src');
console.log(`build: ${files.length} files`);
