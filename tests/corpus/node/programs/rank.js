const [rank, bad] = process.argv.slice(2).map(Number);

function step(grid, n) {
  for (let i = 0; i < n; i++) grid.cells[i].value /= 2; // RAISES
}

const grid = { cells: Array.from({ length: 8 }, () => ({ value: 1 })) };
for (let s = 0; s < 6; s++) {
  console.log(`step ${s} residual ${(1 / (s + 1)).toFixed(3)}`);
  step(grid, rank === bad && s === 4 ? 9 : 8);
}
console.log('a peer is gone, leaving');
process.exitCode = 1;
