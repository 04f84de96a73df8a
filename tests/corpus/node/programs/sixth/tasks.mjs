import { Listr } from 'listr2';

const tasks = new Listr([
  { title: 'Warm the cache', task: () => { throw new Error('connect ETIMEDOUT 127.0.0.1:6390'); }, exitOnError: false },
  { title: 'Upload the pages', retry: { tries: 2, delay: 30 }, task: (context, task) => {
    context.tries = (context.tries || 0) + 1;
    if (context.tries < 3) throw new Error(`upload of page ${context.tries * 7} failed: 502`);
    task.title = 'Upload the pages [3 tries]';
  } },
  { title: 'Notify the pager', task: (context, task) => task.skip('no failures to tell of') },
], { renderer: 'simple', rendererOptions: { timestamp: undefined }, exitOnError: true });

const context = await tasks.run();
for (const error of tasks.errors) console.log('noted:', error.message);
console.log('deploy finished, tries=%d', context.tries);
