int mix(int a, int b) { return a + b; }
