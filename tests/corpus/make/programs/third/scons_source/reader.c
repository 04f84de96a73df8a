int reader(void) { return 1; }
