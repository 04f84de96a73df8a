int *p = 3.5; // expected-error {{initializing}}
int f(void) { return undeclared; } // expected-error {{use of undeclared identifier}}
