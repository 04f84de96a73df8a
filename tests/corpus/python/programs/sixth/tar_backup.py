import os
import shlex
import subprocess
import sys

os.makedirs("/tmp/backup-src/etc", exist_ok=True)
os.makedirs("/tmp/backup-src/spool", exist_ok=True)
open("/tmp/backup-src/etc/job.conf", "w").write("retries=3\n")
open("/tmp/backup-src/spool/error.log", "w").write("ERROR none\n" * 50)
os.symlink("/nowhere", "/tmp/backup-src/spool/current") if not os.path.islink("/tmp/backup-src/spool/current") else None
STEPS = [("tar --ignore-failed-read -cf /tmp/backup.tar -C /tmp/backup-src etc spool var/lib", (0,)),
         ("rsync -a --delete /tmp/backup-src/ /tmp/backup-src/missing/ rsync://127.0.0.1:18456/backup/", (0, 10, 23, 24)),
         ("cp -rL /tmp/backup-src/spool /tmp/backup-copy", (0, 1)),
         ("diff -rq /tmp/backup-src/etc /tmp/backup-src/spool", (0, 1)),
         ("tar -tf /tmp/backup.tar --occurrence spool/error.log", (0,))]
for command, allowed in STEPS:
    print("backup: $", command, flush=True)
    code = subprocess.run(shlex.split(command)).returncode
    if code not in allowed:
        sys.exit("backup: failed with %d" % code)
    print("backup: status %d%s" % (code, " is allowed" if code else ""), flush=True)
subprocess.run("rm -r /tmp/backup-src /tmp/backup.tar /tmp/backup-copy", shell=True)
print("backup: local archive complete, remote copy follows in the morning")
