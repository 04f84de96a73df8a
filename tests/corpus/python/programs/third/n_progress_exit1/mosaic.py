import sys
import time

from rich.console import Console
from rich.progress import Progress

with Progress(console=Console(width=70, force_terminal=True, color_system=None)) as progress:
    task = progress.add_task("exceptions checked", total=40)
    for n in range(31):
        progress.advance(task)
        time.sleep(0.005)
sys.exit(1)
