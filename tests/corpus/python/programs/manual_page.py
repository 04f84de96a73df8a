import concurrent.futures
import pydoc
import traceback

for thing in (traceback.print_exception, traceback.format_exc, concurrent.futures.Future.result, KeyError, AssertionError):
    print(pydoc.render_doc(thing, renderer=pydoc.plaintext))
