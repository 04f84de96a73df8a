int crc_error(int sum) { return sum != 7; }
