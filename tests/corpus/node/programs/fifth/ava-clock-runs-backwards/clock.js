export const minutes = text => {
  const [hours, rest] = text.split(':').map(Number);
  if (Number.isNaN(hours)) throw new TypeError(`no time: ${text}`);
  return hours * 60 + rest;
};
export const between = (from, to) => minutes(to) - minutes(from);
