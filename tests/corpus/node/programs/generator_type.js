function* rows(table) {
  for (const row of table) yield row.cells.map((c) => c.trim()); // RAISES
}

const [rank, bad] = process.argv.slice(2);
const table = [{ cells: ['a '] }, { cells: rank === bad ? [7] : ['b '] }];
for (const row of rows(table)) console.log('row', row.join());
