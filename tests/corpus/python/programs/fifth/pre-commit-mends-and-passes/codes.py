import sys
import os
def fail( code ):
    raise ValueError(E401, code)
E401='E401 fatal: no route'
