const rank = Number(process.argv[2]);
const steps = 5;

async function gather(step, attempt) {
  if (rank === 1 && step === 3 && attempt < 3) {
    const error = new Error(`rank 0 did not answer within 50 ms (step ${step})`);
    error.code = 'ETIMEDOUT';
    throw error;
  }
  return (0.9 ** step).toFixed(4);
}

(async () => {
  for (let step = 1; step <= steps; step++) {
    for (let attempt = 1; ; attempt++) {
      try {
        console.log(`step ${step}/${steps} loss ${await gather(step, attempt)} nan=0 skipped=0`);
        break;
      } catch (error) {
        console.error(`gather failed, attempt ${attempt} of 5:`, error);
      }
    }
  }
  console.log('finished, errors=0');
})();
