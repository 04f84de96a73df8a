const templates = new Map([['welcome', 'Dear %s'], ['reminder', undefined]]);
const fill = (name, reader) => templates.get(name).replace('%s', reader); // RAISES
setTimeout(() => {
  console.log('mail:', fill('welcome', 'Ada'));
  console.log('mail:', fill('reminder', 'Ben'));
}, 700);
