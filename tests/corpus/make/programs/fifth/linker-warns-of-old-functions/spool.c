#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>

int stub(void);
int main(int argc, char** argv) {
    char name[L_tmpnam];
    struct addrinfo* found = NULL;
    if (argc > 1) { fprintf(stderr, "spool: fatal: unknown option %s\n", argv[1]); return 64; }
    if (!tmpnam(name)) return 1;
    if (getaddrinfo("127.0.0.1", "80", NULL, &found) == 0) freeaddrinfo(found);
    puts("spool: 0 errors");
    return stub();
}
