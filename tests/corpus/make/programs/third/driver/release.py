import logging
import subprocess
import sys

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-7s %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("release")
STEPS = ["clean", "lib", "tool", "package"]


def step(target):
    log.info("step %s", target)
    sys.stdout.flush()
    done = subprocess.run(["make", "--no-print-directory", target])
    return done.returncode


failed = None
for target in STEPS:
    if step(target):
        failed = target
        break
    log.info("step %s done", target)
log.info("cleaning the work folder")
log.info("steps run: %d of %d", STEPS.index(failed) + 1 if failed else len(STEPS), len(STEPS))
if failed:
    log.error("release 4.2 is not made, see above")
    sys.exit(3)
