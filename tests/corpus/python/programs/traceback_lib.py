import traceback

ERRORS = []
for text in ("12", "x", "7", "y"):
    try:
        int(text)
    except ValueError as e:
        ERRORS.append("".join(traceback.format_exception_only(type(e), e)).strip())
for n in range(20):
    print("sheet", n, "ok")
print("notes for the author:")
for n, text in enumerate(ERRORS):
    print("  %d. %s" % (n + 1, text))
print("20 sheets, 2 notes, exit code 0")
