SET statement_timeout = 0;
CREATE EXTENSION IF NOT EXISTS pg_partman_next;
DROP TABLE IF EXISTS run;
CREATE TABLE run (id int PRIMARY KEY, error text);
ALTER TABLE run OWNER TO production;
COPY run (id, error) FROM stdin;
1	\N
2	timeout
3	\N
\.
GRANT SELECT ON run TO reporting;
CREATE TABLE run (id int PRIMARY KEY, error text);
COMMENT ON EXTENSION pg_partman_next IS 'partitions';
