function report(rows) {
  const lines = rows.map((row) => row.join('\t'));
  return heading + lines.join('\n');
}

module.exports = { report };
