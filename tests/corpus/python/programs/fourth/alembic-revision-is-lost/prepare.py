import sqlite3

with sqlite3.connect("shop.db") as db:
    db.execute("create table alembic_version (version_num varchar(32) not null)")
    db.execute("insert into alembic_version values ('9be4417d0aa2')")
