const { spawnSync } = require('child_process');

let failures = 0;
for (let block = 1; block <= 26; block++) {
  for (let attempt = 1; attempt <= 2; attempt++) {
    const code = `if (${block} === 2 && ${attempt} === 1) null.lease; console.log('block ${block} verified')`;
    const done = spawnSync(process.execPath, ['-e', code], { stdio: 'inherit' });
    if (done.status === 0) break;
    failures++;
    console.log(`block ${block}: attempt ${attempt} ended with ${done.status}, again`);
  }
}
console.log(`26 blocks verified, ${failures} attempt repeated`);
