#!/usr/bin/env bash
set -euo pipefail
stage() { printf '\n:: %s\n' "$1"; }
stage "root file system"
mkdir -p tree/boot tree/live; echo 'set default=0' > tree/boot/menu.cfg; seq 40000 > tree/live/filesystem.img
stage "boot files"
cp -v tree/boot/menu.cfg tree/boot/fallback.cfg
stage "image"
xorriso -outdev rescue.iso -volid RESCUE -map tree / -map boot/vmlinuz /boot/vmlinuz -map boot/initrd /boot/initrd -commit
stage "checksums"
sha256sum rescue.iso > rescue.iso.sha256
