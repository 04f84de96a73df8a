import os

import yaml


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


for name in sorted(os.listdir("/app/pipelines")):
    pipeline = load(os.path.join("/app/pipelines", name))
    print(name, "has", len(pipeline["steps"]), "steps", flush=True)
