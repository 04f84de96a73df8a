import os


class SettingsError(Exception):
    pass


class Settings:
    FIELDS = {"NIGHTLY_PORT": int, "NIGHTLY_QUEUE": str}

    def __init__(self, environ):
        for name, kind in self.FIELDS.items():
            try:
                setattr(self, name, kind(environ[name]))  # ROOT
            except KeyError as e:
                raise SettingsError(f"{name}: not set; see docs/settings.md [section 2]") from e  # RAISES


print("loading settings")
Settings({"HOME": "/home/app"})
