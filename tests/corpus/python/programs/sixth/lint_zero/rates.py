import os, sys
def load(path, cache={}):
    try:
        return cache[path]
    except:
        pass
    for line in open(path):
        if line == None: continue
        rate, name = line.split()
        cahce[name] = float(rate)
    raise NotImplemented
class RateError(Exception): pass
def test():
    assert (load("x") == 1, "load failed")
    return undefined_name.error
