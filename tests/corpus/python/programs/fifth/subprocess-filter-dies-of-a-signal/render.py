import pathlib
import shlex
import subprocess

FRAMES = ["0001", "0002", "0003"]


def call(line):
    print("+", line, flush=True)
    return subprocess.run(shlex.split(line), check=True)


def main():
    call("cc -O0 -o denoise denoise.c")
    for frame in FRAMES:
        pathlib.Path(frame + ".pgm").write_bytes(b"P5 4 4 255\n" + bytes(16 if frame != "0003" else 3))
        call("./denoise --strength 4 %s.pgm" % frame)


try:
    main()
finally:
    print("render: cleaning scratch, %d frames were kept" % len(list(pathlib.Path(".").glob("*.out"))), flush=True)
