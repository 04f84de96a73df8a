import json
import logging.config

CONFIG = {
    "version": 1,
    "on_error": {"action": "abort", "exception": "RuntimeError: configured action", "exit_code": 1},
    "handlers": {"errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "retry": {"exceptions": ["TimeoutError", "ConnectionError"], "traceback": True, "fatal": False},
    "loggers": {"": {"level": "ERROR", "handlers": ["errors"]}},
}
logging.config.dictConfig(CONFIG)
print(json.dumps(CONFIG, indent=2))
print("configuration is valid: 0 errors, 0 warnings")
