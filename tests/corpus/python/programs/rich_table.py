from rich.console import Console
from rich.panel import Panel
from rich.table import Table

c = Console(width=80)
t = Table(title="Traceback (most recent call last) - how often seen")
for column in ("Error", "Module", "Count"):
    t.add_column(column)
for row in (("ValueError", "importer.py:41", "12"), ("KeyError: 'id'", "api.py:7", "3"), ("OSError", "disk.py:99", "0")):
    t.add_row(*row)
c.print(t)
c.print(Panel("Error handling is on.\n❱ 12 raise ValueError(...)  is an example line", title="Help"))
