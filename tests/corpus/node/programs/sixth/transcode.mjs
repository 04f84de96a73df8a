import { execa } from 'execa';

const presets = [
  { name: 'slow', args: ['-c', 'echo "encoding with preset slow"; sleep 5'], timeout: 400 },
  { name: 'medium', args: ['-c', 'echo "encoder: fatal: out of registers in pass 2" >&2; exit 171'] },
  { name: 'fast', args: ['-c', 'echo "1440 frames"'] },
];

for (const clip of ['intro.mov', 'outro.mov']) {
  for (const preset of clip === 'intro.mov' ? presets : presets.slice(2)) {
    try {
      const { stdout } = await execa('sh', preset.args, { timeout: preset.timeout });
      console.log(`${clip}: preset ${preset.name}: ${stdout}`);
      break;
    } catch (error) {
      console.error(`${clip}: preset ${preset.name} gave up: ${error.stack}`);
    }
  }
}
