import pydoc
import sys

sys.stdout.write(pydoc.render_doc(ConnectionRefusedError, renderer=pydoc.plaintext)[:1500] + "\n...\n")
