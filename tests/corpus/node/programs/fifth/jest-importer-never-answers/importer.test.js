const { count } = require('./importer');

jest.setTimeout(400);
test('counts the rows of a feed', async () => {
  expect(await count({ rows: [1, 2, 3] })).toBe(3);
});
test('an empty feed has no rows', async () => {
  console.warn('feed "empty" has no rows');
  expect(await count({ rows: [] })).toBe(0);
});
