module.exports = ({ zoom, tiles }) => {
  const made = [];
  for (let i = 0; i < tiles; i++) made.push({ zoom, name: `${zoom}/${i}`, box: [i, i + 1, i + 2, i + 3] });
  return made.length;
};
