class OverdrawnError extends Error {
  constructor(account, missing) {
    super(`account ${account} is overdrawn by ${missing}`);
    this.name = 'OverdrawnError';
  }
}

function withdraw(book, account, sum) {
  if (book[account] < sum) {
    const error = new OverdrawnError(account, sum - book[account]);
    console.error(error.stack.split('\n').slice(0, 3).join('\n'));
    throw error;
  }
  book[account] -= sum;
}

describe('ledger', () => {
  it('refuses to overdraw', () => {
    expect(() => withdraw({ ada: 5 }, 'ada', 9)).toThrowError(OverdrawnError, /overdrawn by 4/);
  });
  it('rejects when the store has failed', async () => {
    await expectAsync(Promise.reject(new Error('store failed'))).toBeRejectedWithError('store failed');
  });
  it('throws on an unknown account', () => {
    expect(() => withdraw(null, 'bob', 1)).toThrowError(TypeError);
  });
  xit('fails over to the second book', () => {
    fail('not written yet');
  });
  it('survives a fatal error of the printer', () => {
    pending('printer is broken: FATAL 0x11');
  });
});
