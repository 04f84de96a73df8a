int pool(void); int queue(void);
int main(void) { return pool() + queue(); }
