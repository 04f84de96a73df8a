import multiprocessing


def work(n):
    return n * n


p = multiprocessing.get_context("spawn").Process(target=work, args=(3,))
p.start()
p.join()
raise SystemExit(p.exitcode)
