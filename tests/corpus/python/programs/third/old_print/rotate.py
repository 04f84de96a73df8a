#!/usr/bin/env python
import os
import sys

KEEP = 7

def rotate(path):
    for name in sorted(os.listdir(path))[:-KEEP]:
        print "removing", name
        os.remove(os.path.join(path, name))

rotate(sys.argv[1])
