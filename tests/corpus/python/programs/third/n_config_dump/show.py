import pprint
import sys

import yaml

with open("/app/job.yaml") as file:
    config = yaml.safe_load(file)
print("effective configuration:")
yaml.safe_dump(config, sys.stdout)
pprint.pprint(config, width=60)
print("configuration is valid")
