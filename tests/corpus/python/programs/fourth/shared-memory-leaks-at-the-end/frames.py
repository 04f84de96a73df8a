from multiprocessing import Process, shared_memory


def fill(name):
    block = shared_memory.SharedMemory(name=name)
    block.buf[:4] = b"\x01\x02\x03\x04"
    block.close()


if __name__ == "__main__":
    block = shared_memory.SharedMemory(create=True, size=4096, name="fourth-frames")
    worker = Process(target=fill, args=(block.name,))
    worker.start()
    worker.join()
    print("frame sum", sum(block.buf[:4]), flush=True)
    block.close()
