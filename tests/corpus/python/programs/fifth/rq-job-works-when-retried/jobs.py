import os


def thumbnail(number):
    mark = "/app/tried-%d" % number
    if number == 2 and not os.path.exists(mark):
        open(mark, "w").close()
        raise TimeoutError("object store did not answer for picture %d" % number)
    return number * 128
