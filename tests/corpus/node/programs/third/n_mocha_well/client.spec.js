const assert = require('assert');

const call = (code) => {
  if (code >= 400) {
    const error = new Error(`status ${code}`);
    console.error(error);
    throw error;
  }
};

describe('errors of the client', () => {
  for (const code of [400, 404, 503]) it(`throws an Error for ${code}`, () => assert.throws(() => call(code), /status/));
  it('passes 200', () => call(200));
  it('AssertionError: this is only the name of a test');
});
