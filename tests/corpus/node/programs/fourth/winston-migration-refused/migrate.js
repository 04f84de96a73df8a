const winston = require('winston');

const log = winston.createLogger({
  format: winston.format.combine(winston.format.timestamp(), winston.format.printf((entry) => `${entry.timestamp} [migrate] ${entry.level}: ${entry.message}`)),
  transports: [new winston.transports.Console()],
});
const wanted = 12;
const found = 14;
log.info(`schema of the database: ${found}, of this release: ${wanted}`);
if (found > wanted) {
  log.error('schema 14 is newer than this release, refusing to migrate down');
  log.info('lock released');
  process.exitCode = 5;
}
