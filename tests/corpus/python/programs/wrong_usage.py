import argparse

p = argparse.ArgumentParser("serve")
p.add_argument("--port", type=int, required=True)
p.add_argument("config")
print("serve 3.1")
p.parse_args(["--port", "eighty", "x.toml"])
