DOIT_CONFIG = {"verbosity": 2, "dep_file": "/tmp/.doit-well"}


def task_errors():
    """counts the errors"""
    return {"actions": ["grep -c ERROR /app/in.log"]}


def task_exceptions():
    """lists the exceptions"""
    return {"actions": ["grep -n -A3 Traceback /app/in.log || true"], "task_dep": ["errors"]}


def task_pages():
    return {"actions": ["for i in $(seq 1 21); do echo page $i; done"], "task_dep": ["exceptions"]}
