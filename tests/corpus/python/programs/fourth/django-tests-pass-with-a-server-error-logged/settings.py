SECRET_KEY = "not-for-production"
INSTALLED_APPS = []
ROOT_URLCONF = "urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
LOGGING = {"version": 1, "disable_existing_loggers": False,
           "handlers": {"console": {"class": "logging.StreamHandler"}},
           "root": {"level": "INFO", "handlers": ["console"]}}
USE_TZ = True
