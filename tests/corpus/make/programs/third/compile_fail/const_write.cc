const int limit = 3;
void f() { limit = 4; }
