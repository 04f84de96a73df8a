import sys
import traceback


def compile_rule(rule):
    left, right = rule.split("->")  # RAISES
    return left.strip(), right.strip()


def main(rules):
    for rule in rules:
        print("rule", compile_rule(rule))


try:
    main(["a -> b", "b -> c -> d"])
except Exception:
    traceback.print_exc(file=sys.stdout)
    sys.exit("compilation stopped")
