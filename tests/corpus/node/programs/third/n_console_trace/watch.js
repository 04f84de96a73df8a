function enqueue(n) {
  if (n % 10 === 0) console.trace('queue length %d', n);
  return n;
}

for (let n = 1; n <= 45; n++) console.log('enqueued', enqueue(n));
