module.exports = {
  mode: 'production',
  context: '/app',
  entry: './src/index.js',
  output: { path: '/app/dist' },
  performance: { maxAssetSize: 2000, maxEntrypointSize: 2000 },
  stats: { colors: false, timings: false, version: false },
};
