// expected-error@+1 {{no such board}}
#error "no such board"
