import sqlite3


class Store:
    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.execute("create table runs (id integer primary key, loss real)")

    def add(self, loss, lr):
        self.db.execute("insert into runs (loss, lr) values (?, ?)", (loss, lr))  # RAISES


store = Store()
print("storing", flush=True)
store.add(0.5, 0.001)
