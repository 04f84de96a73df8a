# -*- coding: utf-8 -*-
class Registry(dict):
    def __missing__(self, key):
        raise KeyError("Traceback (most recent call last): %s\n\t'quoted' \u2192 \"%s\"" % (key, key))  # RAISES


def handler_for(registry, kind):
    return registry[kind]


handler_for(Registry(), "über: größe")
