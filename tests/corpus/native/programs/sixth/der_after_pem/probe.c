#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

static X509 *load(const char *path) {
  BIO *in = BIO_new_file(path, "rb");
  if (!in) { ERR_print_errors_fp(stderr); return NULL; }
  X509 *got = PEM_read_bio_X509(in, NULL, NULL, NULL);
  if (!got) {
    fprintf(stderr, "%s: not PEM:\n", path);
    ERR_print_errors_fp(stderr);
    (void)BIO_seek(in, 0);
    got = d2i_X509_bio(in, NULL);
    if (!got) { fprintf(stderr, "%s: not DER:\n", path); ERR_print_errors_fp(stderr); }
  }
  BIO_free(in);
  return got;
}

int main(int argc, char **argv) {
  int good = 0;
  for (int i = 1; i < argc; i++) {
    X509 *got = load(argv[i]);
    if (!got) { printf("%s: passed over\n", argv[i]); continue; }
    printf("%s: ", argv[i]);
    X509_NAME_print_ex_fp(stdout, X509_get_subject_name(got), 0, XN_FLAG_ONELINE);
    puts("");
    fflush(stdout);
    X509_free(got);
    good++;
  }
  printf("%d of %d are in the store\n", good, argc - 1);
  return good == 0;
}
