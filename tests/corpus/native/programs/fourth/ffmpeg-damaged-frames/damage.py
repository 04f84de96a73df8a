"""Writes noise over the middle of a clip."""
with open("clip.mpg", "r+b") as clip:
    data = bytearray(clip.read())
    for i in range(len(data) // 3, len(data) // 2, 7):
        data[i] = i * 37 % 256
    clip.seek(0)
    clip.write(data)
