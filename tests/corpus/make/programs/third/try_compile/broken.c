#error "this machine has no transactional memory"
int main(void) { return undeclared; }
