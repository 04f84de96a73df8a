import fs from 'node:fs';
import { createRequire } from 'node:module';

const { z } = createRequire(import.meta.url)('zod');
const Settings = z.object({
  smtp: z.object({ host: z.string().min(1), port: z.number().int().max(65535), tls: z.boolean().default(true) }),
  sender: z.string().email(),
  batch: z.number().positive(),
});

function load(path) {
  console.log(`mailer 2.3: reading ${path}`);
  return Settings.parse(JSON.parse(fs.readFileSync(path, 'utf8'))); // RAISES
}

process.on('exit', code => console.log(`mailer: exit ${code}, 0 mails sent`));
const settings = load('mailer.json');
console.log(`sending by ${settings.smtp.host}`);
