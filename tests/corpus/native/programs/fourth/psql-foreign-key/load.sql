\echo loading the warehouse
CREATE TABLE regions (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO regions VALUES (1, 'north'), (2, 'south');
CREATE TABLE sales (id integer, region integer REFERENCES regions, amount numeric);
INSERT INTO sales VALUES (1, 1, 20.5), (2, 2, 11);
INSERT INTO sales VALUES (3, 7, 4.25);
SELECT sum(amount) FROM sales;
