import ast
import datetime
import re
import tempfile
import unittest
import xml.etree.ElementTree as tree
from ast import Num

PATTERN = re.compile("^(\d+)\s+(error|ERROR)")


def stamp():
    return datetime.datetime.utcfromtimestamp(0) < datetime.datetime.utcnow()


def total(text):
    return sum(n.value for n in ast.walk(ast.parse(text)) if isinstance(n, Num))


ledger = tree.fromstring("<ledger><failed/><error code='0'/></ledger>")
if ledger.find("error"):
    print("error has children")
print("stamp:", stamp(), "total:", total("3 + 4"), "matches:", bool(PATTERN.match("17 error")))
with tempfile.TemporaryDirectory() as folder:
    open(folder + "/ledger.err", "w").write("no errors")
print("failed:", len(ledger.findall("failed/error")), "errors:", ledger.find("error").get("code"))
