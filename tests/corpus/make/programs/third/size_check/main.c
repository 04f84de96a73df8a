int part_7(void);
int main(void) { return part_7() - 7; }
