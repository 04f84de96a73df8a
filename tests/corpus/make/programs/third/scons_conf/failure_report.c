int errors(void);
int main(void) { return errors(); }
