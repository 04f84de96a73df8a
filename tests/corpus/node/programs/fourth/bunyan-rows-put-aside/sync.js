const bunyan = require('bunyan');

const log = bunyan.createLogger({ name: 'sync', hostname: 'host', serializers: { err: bunyan.stdSerializers.err } });
let aside = 0;
for (const row of ['{"id":1}', '{"id":', '{"id":3}', 'null']) {
  try {
    log.info({ id: JSON.parse(row).id }, 'row synced');
  } catch (err) {
    aside += 1;
    log.error({ err, row }, 'row put aside');
  }
}
log.info({ synced: 2, aside, fatal: false, error: null }, 'sync finished');
