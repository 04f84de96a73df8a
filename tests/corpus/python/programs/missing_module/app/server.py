from app import storage


def run():
    storage.connect()
