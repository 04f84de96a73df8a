class UnknownUser(LookupError):
    pass


USERS = {"ann": 1}


def user_id(name):
    try:
        return USERS[name]
    except KeyError:
        raise UnknownUser("no user called %r" % name) from None  # RAISES


for name in ("ann", "bob"):
    print(name, user_id(name), flush=True)
