"""Sums ctest's JUnit files to the one line that ends tests/run.

usage: tally.py BROKEN FILE...    BROKEN: builds that failed, each counted as one failed test
"""

import sys
import xml.etree.ElementTree

passed, failed, skipped = 0, int(sys.argv[1]), 0
for path in sys.argv[2:]:
    for case in xml.etree.ElementTree.parse(path).getroot().iter("testcase"):
        status = case.get("status")
        why = case.find("skipped")
        if status == "run":
            passed += 1
        # ctest also calls a test skipped whose executable is not there; that is a failure of the build
        elif status == "disabled" or (why is not None and why.get("message", "").startswith("SKIP_")):
            skipped += 1
            output = case.findtext("system-out", "").strip().splitlines()
            print(f"skipped {case.get('name')}: {output[-1] if output else status}")
        else:
            failed += 1
            print(f"failed {case.get('name')} ({path})")
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(0 if failed == 0 and passed > 0 else 1)
