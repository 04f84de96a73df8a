export const parse = (s) => Number(s);
