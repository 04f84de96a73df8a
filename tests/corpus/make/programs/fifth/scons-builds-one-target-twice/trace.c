int ring(void); int main(void) { return ring() != 3; }
