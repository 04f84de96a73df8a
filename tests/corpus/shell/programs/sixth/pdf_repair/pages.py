head = b"%PDF-1.4\n"
objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
           b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
           b"<< /Length 22 >>\nstream\n0 0 m 90 90 l S 0 g 0 G\nendstream"]
body, places = head, []
for number, text in enumerate(objects, 1):
    places.append(len(body))
    body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
good = body + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
open("letter-1.pdf", "wb").write(good.replace(b"/Length 22", b"/Length 23"))
open("letter-2.pdf", "wb").write(good.replace(b"startxref\n", b"startxref\n9"))
open("letter-3.pdf", "wb").write(b"<html>502 Bad Gateway</html>\n")
