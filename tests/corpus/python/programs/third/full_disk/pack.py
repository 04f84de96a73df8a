import random

draw = random.Random(7)


def write(path, records):
    with open(path, "wb", buffering=4096) as out:
        for record in records:
            out.write(record)  # RAISES


for part in range(8):
    write("/app/out/part-%d" % part, (draw.randbytes(4096) for _ in range(6)))
    print("part", part, "packed", flush=True)
