import subprocess


def probe(host):
    return subprocess.run(["sleep", "5"], timeout=0.5, check=True)


def main():
    for host in ("db-1",):
        print("probing", host, flush=True)
        probe(host)


main()
