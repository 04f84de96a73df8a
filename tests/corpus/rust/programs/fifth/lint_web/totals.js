let total = 0;
export function sum(rows) {
  for (let i = 0; i < rows.length; i++) {
    if ((rows[i] = 3)) {
      total += rows[i];
    }
  }
  return total;
}
