import cProfile


def raise_error(n):
    if n % 3 == 0:
        raise KeyError(n)


def handle_exception(n):
    try:
        raise_error(n)
    except KeyError:
        return 1
    return 0


def main():
    return sum(handle_exception(n) for n in range(3000))


cProfile.run("print('handled', main())", sort="cumulative")
