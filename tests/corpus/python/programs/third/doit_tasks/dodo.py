from statistics import mean

DOIT_CONFIG = {"verbosity": 2, "dep_file": "/tmp/.doit-night", "default_tasks": ["load", "score"]}


def task_load():
    return {"actions": ["echo loaded 3 tables"]}


def scores(names):
    for name in names:
        print("scoring", name)
        values = [] if name == "returns" else [1, 2, 3]
        print("  mean %.2f" % mean(values))  # RAISES


def task_score():
    return {"actions": [(scores, [["orders", "returns"]])], "task_dep": ["load"]}
