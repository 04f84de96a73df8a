int radio(void) { return 0; }
