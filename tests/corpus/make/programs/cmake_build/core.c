struct request {
  int size;
};

int core_size(struct request *r) {
  return r->length; // RAISES
}
