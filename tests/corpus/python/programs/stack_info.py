import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")


def old_entry(n):
    logging.warning("old_entry is called, see who does it", stack_info=True)
    return n


def main():
    old_entry(1)
    for i in range(25):
        logging.info("row %d of 25", i)


main()
