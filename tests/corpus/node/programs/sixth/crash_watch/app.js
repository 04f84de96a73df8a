const settings = require('./settings.json');
console.log('app: %d workers', settings.pool.workers);
console.log('app: queue is empty, done');
