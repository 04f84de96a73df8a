const log = (level, msg, more = {}) => console.log(JSON.stringify({ level, time: Date.now(), name: 'mailer', ...more, msg }));

function render(template, data) {
  return template.replace(/\{(\w+)\}/g, (_, name) => data[name].toString()); // RAISES
}

function send(mails) {
  for (const mail of mails) {
    log(30, 'sent', { to: mail.to, bytes: render('Dear {name}, {text}', mail).length, error: null });
  }
}

try {
  log(30, 'queue opened', { size: 3 });
  send([{ to: 1, name: 'Ada', text: 'hi' }, { to: 2, name: 'Bob' }, { to: 3, name: 'Cy', text: 'yo' }]);
} catch (err) {
  log(60, 'mailer stops', { err: { type: err.name, message: err.message, stack: err.stack } });
  log(30, 'queue closed', { left: 2 });
  process.exitCode = 1;
}
