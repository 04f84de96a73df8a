export class Queue {
  constructor(handler) { Object.assign(this, { handler, dead: [] }); }
  async run(jobs) {
    for (const job of jobs) {
      try {
        await this.handler(job);
      } catch (error) {
        console.error(`job ${job} failed:`, error);
        this.dead.push(job);
      }
    }
    return jobs.length - this.dead.length;
  }
}
