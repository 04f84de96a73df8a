"""A converter.

Exit codes: 0 fine, 1 error: the input is broken, 2 error: wrong use."""
import argparse

parser = argparse.ArgumentParser(prog="tool", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                 epilog="tool: error: argument --size: invalid int value: 'x'\n  is what you see when --size is no number.")
parser.add_argument("--on-error", choices=["abort", "skip"], help="what an exception does (default: abort)")
parser.add_argument("--traceback", action="store_true", help="print the traceback of an error that is fatal")
parser.parse_args()
