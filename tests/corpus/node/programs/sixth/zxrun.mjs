import { $, within } from 'zx';

$.verbose = true;
$.shell = '/bin/bash';
const umount = await $`cat /app/none/mounts`.nothrow();
if (umount.exitCode) console.log('nothing was mounted (%d)', umount.exitCode);
try {
  await $`echo 'fatal: tag v7 already exists' >&2; exit 128`;
} catch (error) {
  console.log('tag: exit code %d, kept as it is', error.exitCode);
  console.log(error.message);
}
await $`echo 'archive written, 0 errors'`;
