CREATE TABLE book (id INT PRIMARY KEY, title VARCHAR(12) NOT NULL);
INSERT INTO book VALUES (1, 'Trees');
INSERT INTO book VALUES (1, 'Rivers');
INSERT INTO book VALUES (2, 'A title that is much too long');
INSERT INTO book VALUES (3, 'Clouds');
