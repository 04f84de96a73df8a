int limit = 8;
int pool(void) { return limit; }
