#!/usr/bin/env zx
$.verbose = true;
await $`mkdir -p /tmp/zx-in /tmp/zx-out`;
await $`seq 1 2000 > /tmp/zx-in/rows.txt`;
try {
  await $`rsync --version > /dev/null`;
} catch {
  console.log(chalk.yellow('rsync is not here, using tar'));
}
await $`tar -C /tmp/zx-in -czf /tmp/zx-out/rows.tgz rows.txt`;
await $`cd /tmp/zx-out && sha256sum -c ../zx-in/rows.sha256`;
await $`rm -rf /tmp/zx-in /tmp/zx-out`;
console.log('backup done');
