\echo filling what can be filled
CREATE TABLE regions (id integer PRIMARY KEY, name text NOT NULL);
INSERT INTO regions VALUES (1, 'north'), (2, 'south');
INSERT INTO regions VALUES (2, 'south again');
INSERT INTO regions VALUES (3, NULL);
DROP TABLE left_from_last_time;
INSERT INTO regions VALUES (4, 'west');
SELECT count(*) AS regions FROM regions;
