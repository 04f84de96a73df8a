int ring_size(void) { return 8; }
