ALTER TABLE orders ADD COLUMN currency char(3) NOT NULL DEFAULT 'EUR';
DROP TABLE IF EXISTS orders_old;
UPDATE orders SET currency = 'USD'
 WHERE region = 'us';
CREATE INDEX orders_currency ON orders (currency);
