import os, sys


def load(path: str) -> int:
    return open(path).reed()


def main():
    rows = load(3)
    return undefined_total + rows
