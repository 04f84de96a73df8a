int half(int x);
int main() { return   half( 4 ); }
