import json


def load(path: str) -> dict[str, int]:
    with open(path) as file:
        return [json.load(file)]


def total(rows: dict[str, int]) -> int:
    result: str = sum(rows.values())
    return result.amount


def main() -> None:
    print(total(load("rows.json"), 2))
