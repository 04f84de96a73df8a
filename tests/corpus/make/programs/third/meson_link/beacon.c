int radio(void);
int main(void) { int error; return radio(); }
