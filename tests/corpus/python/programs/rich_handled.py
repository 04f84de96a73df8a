from rich.console import Console

console = Console(width=90)


def parse(text):
    return int(text)


for n, text in enumerate(["7", "seven"] + [str(i) for i in range(26)]):
    try:
        console.print("line", n, "is", parse(text))
    except ValueError:
        console.print("[yellow]line", n, "is no number, skipped")
        console.print_exception()
console.print("28 lines read, 1 skipped")
