class MirrorError extends Error {
  name = 'MirrorError';
}

async function pull(mirror) {
  console.log(`asking ${mirror}`);
  await null;
  throw new MirrorError(`${mirror} has no snapshot of 2026-11-26`);
}

const snapshot = await Promise.any(['north', 'south'].map(pull));
console.log(snapshot);
