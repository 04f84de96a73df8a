const bunyan = require('bunyan');

const log = bunyan.createLogger({ name: 'ingest', serializers: bunyan.stdSerializers });

function weigh(event) {
  return event.meta.weight * 2; // RAISES
}

log.info({ topic: 'orders' }, 'consuming');
try {
  for (const event of [{ id: 1, meta: { weight: 3 } }, { id: 2 }]) log.debug(weigh(event));
} catch (err) {
  log.fatal({ err }, 'consumer stops');
  process.exitCode = 1;
}
