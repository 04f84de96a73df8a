const util = require('util');

for (const [number, [name, text]] of util.getSystemErrorMap()) console.log(`${String(number).padStart(6)} ${name.padEnd(16)} ${text}`);
