int encode(int x) { return x ^ 5; }
