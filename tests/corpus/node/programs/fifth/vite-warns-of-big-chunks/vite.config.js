export default { build: { chunkSizeWarningLimit: 1, reportCompressedSize: false } };
