class ValidationError extends Error {
  name = 'ValidationError';
}

function validate(record) {
  const faults = Object.keys(record).filter((k) => !record[k]).map((k) => `  - ${k}: darf nicht leer sein ✗`);
  if (faults.length) throw new ValidationError(`record 7 is not valid:\n${faults.join('\n')}\n  at least one field too few`); // RAISES
}

validate({ name: '', straße: '', city: 'Oulu' });
