import io
import random
import traceback

from PIL import Image, ImageFile
from tqdm import tqdm

random.seed(4)
picture = io.BytesIO()
Image.effect_noise((64, 64), 40).save(picture, "PNG")
good = picture.getvalue()
scans = {"scan-%04d.png" % n: good for n in range(40)}
scans["scan-0011.png"] = good[:900]
scans["scan-0023.png"] = b"<html>504 Gateway Time-out</html>"
pages = truncated = 0
for name, data in tqdm(scans.items(), desc="ocr", unit="page", ncols=80, mininterval=0, miniters=8, ascii=True):
    try:
        Image.open(io.BytesIO(data)).load()
    except OSError as error:
        tqdm.write("%s unreadable: %s" % (name, error))
        tqdm.write(traceback.format_exc().rstrip())
        truncated += 1
        if "truncated" in str(error):
            ImageFile.LOAD_TRUNCATED_IMAGES = True
            Image.open(io.BytesIO(data)).load()
            tqdm.write("%s read as far as it goes" % name)
    pages += 1
print("ocr: %d pages in, 38 clean, 1 partly read, 1 left blank (limit for unreadable pages: 5)" % pages)
