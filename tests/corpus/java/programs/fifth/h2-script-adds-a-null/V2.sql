-- names are wanted from now on
ALTER TABLE customer ALTER COLUMN name SET NOT NULL;
