import pathlib
import tomllib


def version(path):
    return tomllib.loads(pathlib.Path(path).read_text())["project"]["version"]


if __name__ == "__main__":
    print("bump: reading pyproject.toml", flush=True)
    print(version("pyproject.toml"))
