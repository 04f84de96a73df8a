const checks = ['disk', 'clock', 'cert', 'queue'];
const results = checks.map((name, i) => (i === 2 ? new Error('certificate ends in 9 days') : { name, ok: true }));
console.log(results);
console.log({ errors: results.filter((r) => r instanceof Error).map((e) => e.message), fatal: null });
console.table(checks.map((name) => ({ name, error: '' })));
for (let n = 0; n < 24; n++) console.log(`sweep ${n}: 3 of 4 green, 1 yellow`);
