import threading
import time


def warm(cache):
    cache["index"].load()  # FIRST


def serve(cache):
    time.sleep(0.2)
    return cache["index"].lookup("x")  # RAISES


cache = {"index": None}
threading.Thread(target=warm, args=(cache,), name="warmer").start()
serve(cache)
