int table_size(void);
struct row { int id; const char *name; };
