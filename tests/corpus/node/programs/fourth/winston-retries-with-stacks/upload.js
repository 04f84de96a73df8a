const winston = require('winston');

const log = winston.createLogger({
  level: 'debug',
  format: winston.format.combine(winston.format.errors({ stack: true }), winston.format.timestamp(), winston.format.printf(
    ({ timestamp, level, message, stack }) => `${timestamp} ${level.toUpperCase()} ${message}${stack ? '\n' + stack : ''}`)),
  transports: [new winston.transports.Console()],
});

function put(attempt) {
  if (attempt < 3) {
    throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  }
}

for (let attempt = 1; attempt <= 3; ++attempt) {
  try {
    put(attempt);
    log.info(`uploaded at attempt ${attempt}`);
    break;
  } catch (error) {
    log.error(error);
    log.debug(`waiting before attempt ${attempt + 1}`);
  }
}
