for i in $(seq 1 14); do
cat > w_$i.c <<X
#include <stdlib.h>
#include <string.h>
struct error_$i { int fatal; const char *what; };
int check_$i(int n, unsigned m) {
    struct error_$i *e = malloc(sizeof *e);
    e->fatal = n < m;
    int n2 = 0; { int n2 = 3; (void)n2; }
    free(e);
    return e->fatal;
}
X
done
