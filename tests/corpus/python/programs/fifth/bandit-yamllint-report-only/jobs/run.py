import subprocess, os
def run(line):
    try:
        return subprocess.call(line, shell=True)
    except Exception:
        pass
def load(text): return eval(undefined_error)
