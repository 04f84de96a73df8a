import logging
import logging.config

import yaml


def set_up():
    with open("logging.yaml") as file:
        logging.config.dictConfig(yaml.safe_load(file))  # RAISES


def main():
    set_up()
    logging.info("worker up")


if __name__ == "__main__":
    main()
