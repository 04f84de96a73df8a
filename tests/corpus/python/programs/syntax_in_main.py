import os

SETTINGS = {
    "host": "db1",
    "port": 5432
    "user": "app",
}


def main():
    print(SETTINGS)


main()
