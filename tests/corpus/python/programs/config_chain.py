import json


class ConfigError(Exception):
    """The settings cannot be used."""


class StartupError(Exception):
    pass


def read_port(text):
    settings = json.loads(text)  # ROOT
    return int(settings["port"])


def load(text):
    try:
        return read_port(text)
    except ValueError as e:
        raise ConfigError("settings.json is no JSON") from e


def start():
    try:
        load('{"port": 80,}')
    except ConfigError as e:
        raise StartupError("service 'gateway' cannot start") from e  # RAISES


if __name__ == "__main__":
    print("gateway 2.4.1 starting", flush=True)
    start()
