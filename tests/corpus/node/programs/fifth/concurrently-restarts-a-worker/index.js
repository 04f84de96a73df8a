let done = 0;
const timer = setInterval(() => {
  console.log(`indexed ${done += 250} documents`);
  if (done === 1000) clearInterval(timer);
}, 120);
