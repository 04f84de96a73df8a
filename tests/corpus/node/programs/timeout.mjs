async function wait(signal) {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    setTimeout(() => {}, 2000);
  });
}

console.log('waiting 20 ms for an answer');
await wait(AbortSignal.timeout(20));
