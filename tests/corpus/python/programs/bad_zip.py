import io
import zipfile


def unpack(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return archive.namelist()


def shards():
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w") as z:
        z.writestr("a", "1")
    yield good.getvalue()
    yield b"<html>502 Bad Gateway</html>"


for n, blob in enumerate(shards()):
    print("shard", n, unpack(blob), flush=True)
