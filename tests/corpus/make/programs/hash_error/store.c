int store(int unused) { return 0; }
