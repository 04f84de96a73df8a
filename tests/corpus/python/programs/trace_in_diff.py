import difflib

OLD = """How to read a crash
===================
The last line names the error:

    Traceback (most recent call last):
      File "app.py", line 3, in <module>
        run()
    TypeError: run() missing 1 required positional argument: 'path'

Then look at the frame above it.
"""
NEW = OLD.replace('File "app.py", line 3', 'File "/srv/app.py", line 12').replace("Then look", "After that look")
print("".join(difflib.unified_diff(OLD.splitlines(True), NEW.splitlines(True), "a/docs/crash.md", "b/docs/crash.md")), end="")
print("1 file changed")
