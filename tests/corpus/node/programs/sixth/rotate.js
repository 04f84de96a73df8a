const fs = require('fs');
const winston = require('winston');

let second = 0;
const log = winston.createLogger({
  level: 'debug',
  format: winston.format.combine(winston.format.errors({ stack: true }), winston.format.printf(({ level, message, stack }) =>
    `2026-11-22 01:30:0${second++ % 10} rotate ${level}: ${stack || message}`)),
  transports: [new winston.transports.Console()],
});
const results = { rotated: 0, absent: 0, unreadable: 0 };
fs.mkdirSync('/tmp/rotate', { recursive: true });
fs.writeFileSync('/tmp/rotate/app.log', 'x\n');
for (const name of ['app.log', 'error.log', 'fatal.log']) {
  try {
    fs.renameSync(`/tmp/rotate/${name}`, `/tmp/rotate/${name}.1`);
    results.rotated += 1;
    log.info(`rotated ${name}`);
  } catch (error) {
    results.absent += 1;
    log.debug(error);
    log.info(`${name} is not there, nothing to rotate`);
  }
}
fs.rmSync('/tmp/rotate', { recursive: true });
log.info('rotation done: ' + JSON.stringify(results));
process.exitCode = 3;
