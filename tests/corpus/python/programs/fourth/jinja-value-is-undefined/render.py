import sys

import jinja2
import yaml

env = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"), undefined=jinja2.StrictUndefined)
for name in ("service.yaml.j2", "deployment.yaml.j2"):
    with open("values.yaml") as file:
        values = yaml.safe_load(file)
    print("# rendering", name, file=sys.stderr)
    print(env.get_template(name).render(**values))
    sys.stdout.flush()
