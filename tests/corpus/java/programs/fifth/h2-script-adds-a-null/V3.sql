CREATE INDEX by_name ON customer (name);
