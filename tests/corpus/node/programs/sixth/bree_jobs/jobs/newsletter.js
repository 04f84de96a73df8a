const readers = new Map();
setTimeout(() => { readers.get('weekly').forEach(mail => mail.send()); }, 150);
