struct s { int a; };
int g(s v) { return v.b; }
