int bits(unsigned v) { return __builtin_popcount(v); }
