import os

os.makedirs("in", exist_ok=True)
objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"]
pdf, places = b"%PDF-1.4\n", []
for i, text in enumerate(objects):
    places.append(len(pdf))
    pdf += b"%d 0 obj\n%s\nendobj\n" % (i + 1, text)
start = len(pdf)
pdf += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
pdf += b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
for name, content in (("cover", pdf), ("a", pdf), ("b", b"<html>502 Bad Gateway</html>")):
    open("in/%s.pdf" % name, "wb").write(content)
