int puts(const char*); int main(void) { return puts("7 tides") < 0; }
