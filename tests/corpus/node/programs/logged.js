const log = (level, text) => console.error(`${level.padEnd(5)} mailer ${text}`);

function deliver(mail) {
  if (!mail.to) throw new TypeError(`mail ${mail.id} has no recipient`); // RAISES
  log('info', `mail ${mail.id} sent`);
}

try {
  [{ id: 1, to: 'a@example.com' }, { id: 2 }].forEach(deliver);
} catch (e) {
  log('fatal', 'giving up');
  log('fatal', e.stack);
  process.exit(1);
}
