import ctypes
import threading


def read_header(address):
    return ctypes.string_at(address + 8, 16)  # RAISES


def open_device():
    print("mapping device", flush=True)
    return read_header(0)


stop = threading.Event()
threading.Thread(target=stop.wait, daemon=True).start()
open_device()
