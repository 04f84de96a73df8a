double peak(const double *values, int count);
int main(void) { double v[3] = {1, 4, 2}; return peak(v, 3) > 3 ? 0 : 1; }
