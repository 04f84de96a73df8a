"""Packs the dumps of the night with the best tool that works."""
import pathlib
import subprocess
import sys

dump = pathlib.Path("/app/shop.sql")
dump.write_text("INSERT INTO errors VALUES (1);\n" * 4000)


def run(*command):
    print("+", *command, flush=True)
    done = subprocess.run(command, capture_output=True, text=True)
    sys.stdout.write("".join("  | %s\n" % line for line in done.stderr.splitlines()))
    done.check_returncode()


for command in (["zstd-mt", "-q", str(dump)], ["xz", "--memlimit-compress=1MiB", "--no-adjust", "-9", "-k", str(dump)],
                ["gzip", "-kf", str(dump)]):
    try:
        run(*command)
        break
    except FileNotFoundError as error:
        print("not here:", error, flush=True)
    except subprocess.CalledProcessError as error:
        print("did not work:", error, flush=True)
print("gzip -t:", subprocess.run(["gzip", "-t", str(dump) + ".gz"]).returncode)
