import subprocess
import sys


def convert(source):
    print("converting", source, flush=True)
    subprocess.run([sys.executable, "/app/child.py", source], check=True)  # RAISES


def main():
    for source in ("a.csv", "b.csv"):
        convert(source)


if __name__ == "__main__":
    main()
