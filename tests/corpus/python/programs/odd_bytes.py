# -*- coding: latin-1 -*-
def read_header(blob):
    if blob[:2] != "PK":
        raise ValueError("bad magic: " + blob)  # RAISES


read_header("\xff\xfeabc\x01gr\xf6\xdfe")
