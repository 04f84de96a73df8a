import textwrap

ISSUE = """Since 2.3 our import dies with

> Traceback (most recent call last):
>   File "/srv/imp/run.py", line 88, in <module>
>     run()
>   File "/srv/imp/run.py", line 41, in run
>     table.flush()
> OSError: [Errno 28] No space left on device

I expected no exception here."""

ANSWER = 'Seen before: `OSError: [Errno 28]` at line 41 comes from a full /tmp (see "Traceback (most recent call last)" in #120).'

print("#131 open   'import dies with OSError'")
print(textwrap.indent(ISSUE, "    "))
print()
print(textwrap.indent(ANSWER, "    "))
for n in range(132, 150):
    print("#%d closed 'error in example %d'" % (n, n))
