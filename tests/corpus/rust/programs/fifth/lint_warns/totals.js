export function failures(rows, error) {
  const fatal = rows.filter((row) => row.error == null);
  var panic = 0;
  debugger;
  return rows.length;
}
