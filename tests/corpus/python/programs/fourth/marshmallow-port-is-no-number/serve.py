import yaml
from marshmallow import Schema, fields


class Listen(Schema):
    host = fields.Str(required=True)
    port = fields.Int(required=True)


class Settings(Schema):
    name = fields.Str()
    listen = fields.Nested(Listen)


def load(path):
    with open(path) as file:
        raw = yaml.safe_load(file)
    return Settings().load(raw)


settings = load("settings.yaml")
print("listening on", settings["listen"]["port"])
