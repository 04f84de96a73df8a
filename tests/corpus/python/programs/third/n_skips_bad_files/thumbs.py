import io
import traceback

from PIL import Image


def picture(number):
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (number, 0, 0)).save(out, "PNG")
    data = out.getvalue()
    return data[:40] if number == 4 else data


made = skipped = 0
for number in range(30):
    try:
        image = Image.open(io.BytesIO(picture(number)))
        image.thumbnail((16, 16))
        print("picture %02d -> %dx%d" % (number, *image.size), flush=True)
        made += 1
    except Exception:
        traceback.print_exc()
        skipped += 1
print("%d thumbnails, %d skipped" % (made, skipped))
