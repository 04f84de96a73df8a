CREATE TABLE orders (id bigint PRIMARY KEY, placed_at timestamptz NOT NULL, total numeric(12, 2));
CREATE INDEX orders_placed_at ON orders (placed_at);
