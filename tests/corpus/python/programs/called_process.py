import logging
import subprocess

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level="INFO")
log = logging.getLogger("pack")


def run(*args):
    log.info("running %s", args)
    return subprocess.run(args, check=True)


def main():
    run("echo", "packing")
    run("tar", "-cf", "/dev/null", "/app/no-such-folder")


main()
