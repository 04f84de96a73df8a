import fs from 'node:fs';
import { createRequire } from 'node:module';

const sharp = createRequire(import.meta.url)('sharp');
const name = i => `photo-${String(i).padStart(3, '0')}.jpg`;

for (let i = 1; i <= 4; i++) {
  const whole = await sharp({ create: { width: 640, height: 480, channels: 3, background: { r: 40 * i, g: 90, b: 200 }, noise: { type: 'gaussian', mean: 128, sigma: 30 } } }).jpeg().toBuffer();
  fs.writeFileSync(name(i), i === 3 ? whole.subarray(0, whole.length / 3) : whole);
}
console.time('thumbs');
for (let i = 1; i <= 4; i++) {
  const info = await sharp(name(i)).resize(160).webp().toFile(name(i).replace('.jpg', '.webp'));
  console.log(`${name(i)} -> ${info.width}x${info.height} ${info.format}`);
}
console.timeEnd('thumbs');
