import io


def names(stream):
    return [line.strip() for line in io.TextIOWrapper(stream, encoding="utf-8")]  # OTHER


with open("/app/names.bin", "wb") as out:
    out.write("Ada\nBjörn\n".encode() + "Zoë\n".encode("latin-1"))
with open("/app/names.bin", "rb") as stream:
    print(len(names(stream)), "names")
