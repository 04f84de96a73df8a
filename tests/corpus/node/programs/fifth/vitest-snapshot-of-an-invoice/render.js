export function render(invoice) {
  const net = invoice.lines.reduce((sum, line) => sum + line.cents, 0);
  const tax = Math.ceil(net * 0.19);
  return [`Invoice ${invoice.number}`, `net   ${net}`, `tax   ${tax}`, `gross ${net + tax}`].join('\n');
}
export function parse(text) {
  if (!/^\d+;/.test(text)) throw new SyntaxError(`no invoice number in "${text}"`);
  return { number: parseInt(text), lines: text.split(';').slice(1).map(cents => ({ cents: Number(cents) })) };
}
