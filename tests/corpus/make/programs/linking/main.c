int encode(int x);
int decode(int x);

int main(void) {
  return decode(encode(4));
}
