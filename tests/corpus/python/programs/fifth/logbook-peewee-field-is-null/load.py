import sys

import peewee
from logbook import Logger, StreamHandler

StreamHandler(sys.stdout, format_string="[{record.time:%H:%M}] {record.level_name}: {record.channel}: {record.message}").push_application()
log = Logger("stock")
database = peewee.SqliteDatabase(":memory:")


class Item(peewee.Model):
    sku = peewee.CharField(primary_key=True)
    weight = peewee.IntegerField()

    class Meta:
        database = database


def load(rows):
    with database.atomic():
        for row in rows:
            Item.create(**row)


database.create_tables([Item])
rows = [{"sku": "T-1", "weight": 90}, {"sku": "T-2", "weight": None}, {"sku": "T-3", "weight": 70}]
log.info("loading {0} items", len(rows))
try:
    load(rows)
except peewee.PeeweeException:
    log.exception("load failed, rolled back")
    log.info("items in the table: {0}", Item.select().count())
    sys.exit(1)
