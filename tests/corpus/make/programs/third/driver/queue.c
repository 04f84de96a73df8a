int limit = 16;
int queue(void) { return limit; }
