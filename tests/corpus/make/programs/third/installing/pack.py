import subprocess

for command in (["make", "install"], ["tar", "cf", "courier.tar", "root"]):
    print("+", " ".join(command), flush=True)
    code = subprocess.call(command)
    if code:
        print("pack: stopped after '%s' (%d), nothing was uploaded" % (command[0], code))
        raise SystemExit(1)
