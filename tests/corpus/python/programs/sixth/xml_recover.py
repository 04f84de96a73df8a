import logging

from lxml import etree

logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.INFO)
FEED = "<feed>%s</feed>" % "".join("<item id='%d'><title>Part %d%s</title></item>" % (n, n, " & more" if n == 4 else "<b>" if n == 7 else "") for n in range(10))
try:
    root = etree.fromstring(FEED)
except etree.XMLSyntaxError as error:
    logging.error("feed is not well-formed: %s", error, exc_info=True)
    parser = etree.XMLParser(recover=True)
    root = etree.fromstring(FEED, parser)
    for entry in parser.error_log:
        logging.warning("recovered: %s", entry)
logging.info("%d items taken over", len(root.findall(".//item")))
