import io
import logging
import zipfile
import zlib

logging.basicConfig(level=logging.INFO, format="%(asctime)s,%(msecs)03d|%(levelname)s|unpack|%(message)s", datefmt="%Y%m%d %H%M%S")
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
    for name in ("north.csv", "south.csv", "west.csv"):
        file.writestr(name, "".join("%d;%d\n" % (n, n * n) for n in range(400)))
whole = buffer.getvalue()
at = zipfile.ZipFile(io.BytesIO(whole)).getinfo("south.csv").header_offset + 60
deliveries = [whole[: len(whole) // 2], whole[:at] + bytes(b ^ 85 for b in whole[at:at + 40]) + whole[at + 40:], whole]
for number, data in enumerate(deliveries, 1):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            rows = sum(len(file.read(name).splitlines()) for name in file.namelist())
        logging.info("delivery %d: %d rows unpacked", number, rows)
        break
    except (zipfile.BadZipFile, zlib.error):
        logging.exception("delivery %d is damaged, asking for another", number)
