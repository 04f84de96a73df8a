import traceback


def fetch(url):
    raise TimeoutError("timed out: %s" % url)


def first_of(urls):
    errors = []
    for url in urls:
        try:
            return fetch(url)
        except TimeoutError as e:
            errors.append(e)
    for e in errors:
        print("note: mirror skipped (%s)" % traceback.format_exception_only(type(e), e)[0].strip())
    return "built-in list"


print("list from:", first_of(["http://a.example/x", "http://b.example/x", "http://c.example/x"]))
for i in range(20):
    print("package", i, "is up to date")
