import { expect, test } from 'vitest';
import { Queue } from './queue.js';

test('a failing job does not stop the others', async () => {
  const queue = new Queue(async job => { if (job === 2) throw new RangeError('job 2 is out of range'); });
  expect(await queue.run([1, 2, 3])).toBe(2);
});
test('errors are told', async () => {
  const queue = new Queue(() => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432')));
  await queue.run([7]);
  expect(queue.dead).toEqual([7]);
});
test.fails('dead jobs are tried again (QU-9)', async () => {
  const queue = new Queue(() => { throw new Error('no'); });
  await queue.run([1]);
  expect(queue.dead).toEqual([]);
});
test.todo('a fatal error stops the queue');
