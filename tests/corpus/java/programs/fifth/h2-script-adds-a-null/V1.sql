CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40));
INSERT INTO customer VALUES (1, 'Ada'), (2, NULL);
