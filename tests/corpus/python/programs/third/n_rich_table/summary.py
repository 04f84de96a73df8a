from rich.console import Console
from rich.table import Table

console = Console(width=76)
table = Table(title="Night of 2026-11-26")
for column in ("Job", "Rows", "Errors", "Last exception"):
    table.add_column(column)
for job, rows in (("orders", 12_400), ("returns", 311), ("prices", 980)):
    console.log("job", job, "ended", {"error": None, "rows": rows}, log_locals=False)
    table.add_row(job, str(rows), "0", "[dim]none since 2026-11-02 (TimeoutError)")
console.print(table)
console.rule("[bold]no failures")
