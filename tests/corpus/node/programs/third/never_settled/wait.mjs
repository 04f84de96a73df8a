import { EventEmitter, once } from 'node:events';

const queue = new EventEmitter();
console.log('waiting for the queue to drain');
await once(queue, 'drained');
console.log('drained');
