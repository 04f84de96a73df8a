"""Shows what is new between two versions, as the deployment prints it before it starts."""
import logging
import textwrap

CHANGES = {
    "4.2.1": ["Fixed: the importer died with a full disk::\n\n    Traceback (most recent call last):\n      File \"/usr/lib/importer/write.py\", line 88, in flush\n"
              "        self.file.flush()\n    OSError: [Errno 28] No space left on device\n\nIt now waits until there is space again.",
              "Fixed: FATAL: sorry, too many clients already (pool size is limited to 40)."],
    "4.2.0": ["New: `--max-errors N` ends a run after N errors instead of failing at the first.",
              "Changed: exit code 3 means \"nothing to do\"; earlier it was an error.",
              "Removed: RuntimeError(\"panic: index corrupt\") is not raised any more, indexes are rebuilt."],
    "4.1.7": ["Known issue: Segmentation fault (core dumped) with libgeo < 3.8 when a ring is not closed."],
}
logging.basicConfig(level=logging.INFO, format="deploy[%(levelname)s] %(message)s")
logging.info("importer 4.1.6 -> 4.2.1, changes:")
for version, entries in CHANGES.items():
    print("\n%s\n%s" % (version, "-" * len(version)))
    for entry in entries:
        print(textwrap.indent(entry, "  ", lambda line: True).replace("  ", "* ", 1), flush=True)
print(flush=True)
logging.info("importer 4.2.1 is active")
