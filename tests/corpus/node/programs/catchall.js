process.on('uncaughtException', (e, origin) => {
  console.error(`[fatal] ${origin}`);
  console.error(e.stack);
  setTimeout(() => {
    console.error('[fatal] log flushed, leaving');
    process.exit(9);
  }, 10);
});

function tick(state) {
  state.count += 1;
  console.log('tick', state.count);
  if (state.count === 3)
    state = null;
  return state.count; // RAISES
}

const state = { count: 0 };
setInterval(() => tick(state), 1);
