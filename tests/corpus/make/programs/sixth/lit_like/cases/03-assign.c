int g(int x) { if (x = 3) return 1; return 0; } // expected-warning {{using the result of an assignment}} expected-note {{place parentheses}} expected-note {{use}}
