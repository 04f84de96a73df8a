int halo_scan(int rows) { return rows * 2; }
static void halo_closed(void) {}
void halo_end(void) { halo_closed(); }
