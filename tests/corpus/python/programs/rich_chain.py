from rich.console import Console
from rich.traceback import install

install(console=Console(stderr=True, width=90), show_locals=True)


class CheckpointError(Exception):
    pass


def read_header(blob):
    magic = blob[:4]
    return magic.decode("utf-8")  # ROOT


def restore(blob):
    try:
        return read_header(blob)
    except UnicodeDecodeError as e:
        raise CheckpointError("checkpoint 'epoch-3' is damaged") from e  # RAISES


print("restoring", flush=True)
restore(b"\xff\xfe\x00\x00rest")
