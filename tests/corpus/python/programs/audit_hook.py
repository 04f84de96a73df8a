import sys


def on_event(event, args):
    if event == "open" and str(args[0]).startswith("/app/none"):
        print("[audit] open of %s by %s" % (args[0], sys._getframe(1).f_code.co_name))


sys.addaudithook(on_event)


def optional(path):
    try:
        with open(path) as file:
            return file.read()
    except FileNotFoundError:
        return ""


for n in range(3):
    optional("/app/none-%d" % n)
for n in range(22):
    print("table", n, "exported; errors=[] traceback=None")
