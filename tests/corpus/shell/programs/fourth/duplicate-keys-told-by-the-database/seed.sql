CREATE TABLE IF NOT EXISTS country (code char(2) PRIMARY KEY, name text NOT NULL);
DROP TABLE IF EXISTS country_old;
INSERT INTO country VALUES ('de', 'Germany');
INSERT INTO country VALUES ('fr', 'France');
CREATE ROLE reader;
