int main(void) { int inner(void) { return 0; } return inner(); }
