import logging
import pickle
import pickletools

logging.basicConfig(level=logging.INFO, format="%(levelname)s\t%(name)s\t%(message)s")
log = logging.getLogger("model.cache")


class Vocabulary:
    def __init__(self, words):
        self.words = words


good = pickle.dumps(Vocabulary(["a", "b"]), 2)
stored = {"words-v1": good.replace(b"Vocabulary", b"Dictionary"), "words-v2": good[:-9], "words-v3": good.replace(b"\x80\x02", b"\x80\x09"), "words-v4": good}
kept = 0
for name, data in stored.items():
    try:
        words = pickle.loads(data)
        kept += 1
        log.info("%s taken from the cache", name)
    except Exception as error:
        log.warning("%s cannot be taken from the cache (%s), built again", name, type(error).__name__, exc_info=True)
        words = Vocabulary(["a", "b"])
log.info("%d vocabularies, %d from the cache, size %d", len(stored), kept, len(pickletools.optimize(good)))
