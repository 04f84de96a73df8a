for (let n = 1; n < 9; n++) console.log(`hashing volume ${n} of 12, read errors: 0`);
process.kill(process.pid, 'SIGKILL');
setInterval(() => {}, 1000);
