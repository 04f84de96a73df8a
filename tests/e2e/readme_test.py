"""Runs every command that the README shows, block by block, as a reader would type it in the root of the checkout."""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEADLINE = 240

# Blocks that this test must not run itself, with what does run them.
ELSEWHERE = {
    "./tests/run": "whoever runs this test: it is that command",
    "docker build --tag task-agent .": "tests/container/image_test",
}


def blocks(text):
    return [match.group(1).strip() for match in re.finditer(r"^```sh\n(.*?)^```$", text, re.S | re.M)]


def inline_options(text):
    """Options that the README's tables and sentences name."""
    return sorted(set(re.findall(r"--[a-z][a-z-]+", text)))


def reader_environment():
    """What a reader's shell has: without the variables by which this test was started, which the agent would refuse."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("TASK_AGENT_", "NEMO_", "NMP_", "NHX_"))}


def run(block):
    print(f"--- {block}", flush=True)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block],
        cwd=ROOT,
        env=reader_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=DEADLINE,
        text=True,
        start_new_session=True,
    )
    print(done.stdout, flush=True)
    assert done.returncode == 0, f"exit code {done.returncode} of: {block}"
    return done.stdout


def expect(output, *parts):
    for part in parts:
        assert part in output, f"{part!r} is not in the output"


def main():
    text = (ROOT / "README.md").read_text()
    found = blocks(text)
    assert len(found) >= 8, f"only {len(found)} blocks of commands were found"
    outputs = {}
    for block in found:
        if block in ELSEWHERE:
            print(f"--- {block}\nrun by {ELSEWHERE[block]}")
            continue
        outputs[block] = run(block)
    for block in ELSEWHERE:
        assert block in found, f"the README does not show {block!r} any more"
    for program in ("config/quickstart", "tests/run", "tests/container/image_test"):
        assert os.access(ROOT / program, os.X_OK), f"{program} is not there or not executable"

    everything = "".join(outputs.values())
    expect(everything, "ValueError: no such column: price", "exit code 1", "to stdout", "to stderr", "exit code 3")
    quickstart = outputs["./config/quickstart"]
    expect(quickstart, ": completed", ": error - DataError: shard shard-2 is not in the data set (2 shards)")
    platform = next(output for block, output in outputs.items() if "dev-server" in block)
    expect(platform, "job count: cancelled", "step main: cancelled")

    help_text = outputs[next(block for block in outputs if "help run" in block)]
    from_cmake = {"--preset", "--build", "--target", "--tag", "--build-arg", "--from"}
    other_help = run("build/release/task-agent help dev-server") + run("build/release/task-agent help explain")
    for option in inline_options(text):
        assert option in from_cmake or option in help_text or option in other_help, f"{option} is no option"


if __name__ == "__main__":
    sys.exit(main())
