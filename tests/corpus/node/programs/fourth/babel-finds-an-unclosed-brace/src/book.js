export function total(rows) {
  return rows.reduce((sum, row) => sum + row.net, 0;
}
