import builtins
import errno
import os

for name in sorted(vars(builtins)):
    thing = getattr(builtins, name)
    if isinstance(thing, type) and issubclass(thing, Exception):
        print("%s: %s" % (name, (thing.__doc__ or "no words").splitlines()[0]))
for number in list(errno.errorcode)[:20]:
    print("OSError: [Errno %d] %s" % (number, os.strerror(number)))
