import cProfile
import json


def raise_error(n):
    if n % 7 == 0:
        raise ValueError("error of the profile")
    return n


def handled(n):
    try:
        return raise_error(n)
    except ValueError:
        return 0


cProfile.run("print(json.dumps({'errors': sum(handled(n) for n in range(70)) * 0}))", sort="name")
