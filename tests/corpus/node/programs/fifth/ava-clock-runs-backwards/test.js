import { createRequire } from 'node:module';
import { between, minutes } from './clock.js';
import test from '/usr/lib/node_modules/ava/entrypoints/main.mjs';

test('a time that is none throws', t => {
  t.throws(() => minutes('noon'), { instanceOf: TypeError });
});
test('a shift over the day', t => t.is(between('08:00', '16:30'), 510));
test('a shift over midnight', t => {
  t.log('error: 22:00 is after 06:00');
  t.is(between('22:00', '06:00'), 480);
});
