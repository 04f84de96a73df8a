import os


def check_invariants(pages):
    if sum(pages) % 2:
        os.abort()  # RAISES


def main():
    print("pages checked: 0", flush=True)
    check_invariants([1, 2, 4])


main()
