export const sum = (rows) => rows.reduce((a, b) => a + b, 0);
