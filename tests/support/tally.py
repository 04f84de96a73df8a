"""Sums ctest's JUnit files to the one line that ends tests/run.

usage: tally.py BROKEN FILE...    BROKEN: builds that failed, each counted as one failed test
"""

import sys
import xml.etree.ElementTree

passed, failed, skipped = 0, int(sys.argv[1]), 0
for path in sys.argv[2:]:
    for case in xml.etree.ElementTree.parse(path).getroot().iter("testcase"):
        status = case.get("status")
        if status == "run":
            passed += 1
        elif status in ("notrun", "disabled") and case.find("skipped") is not None:
            skipped += 1
            message = case.findtext("system-out", "").strip().splitlines()
            print(f"skipped {case.get('name')}: {message[-1] if message else case.find('skipped').get('message', '')}")
        else:
            failed += 1
            print(f"failed {case.get('name')} ({path})")
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(0 if failed == 0 and passed > 0 else 1)
