import html

TRACE = 'Traceback (most recent call last):\n  File "view.py", line 3, in get\n    return shop[id]\nKeyError: 17'
print("<html><body><h2>Example of an error page</h2>")
print("<pre>%s</pre>" % html.escape(TRACE))
for i in range(8):
    print("<p>See also: <a href='/errors/%d'>error %d</a></p>" % (i, i))
print("</body></html>")
