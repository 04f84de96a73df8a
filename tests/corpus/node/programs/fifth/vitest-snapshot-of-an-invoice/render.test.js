import { describe, expect, it } from 'vitest';
import { parse, render } from './render.js';

describe('parse', () => {
  it('reads cents', () => expect(parse('17;100;250').lines).toHaveLength(2));
  it('refuses a line without a number', () => {
    expect(() => parse('total;1')).toThrow(SyntaxError);
  });
});
describe('render', () => {
  it('rounds the tax half up', () => {
    expect(render(parse('18;1001'))).toMatchInlineSnapshot(`
      "Invoice 18
      net   1001
      tax   190
      gross 1191"
    `);
  });
});
