import os

import psycopg2_binary_missing as psycopg2  # RAISES


def connect():
    return psycopg2.connect(os.environ["DSN"])
