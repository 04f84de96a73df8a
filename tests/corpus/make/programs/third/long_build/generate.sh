for i in $(seq -w 1 60); do
    echo '#include <stdio.h>'
    echo "static int error_count_$i(int unused) { return 0; }"
    echo "int unit_$i(long n) {"
    if [ "$i" = 37 ]; then echo '    printf("%d left\n", n);'; else echo '    printf("%ld left\n", n);'; fi
    echo "    return error_count_$i(1);"
    echo "}"
done | awk '/^#include/{n++} {f=sprintf("unit_%02d.c", n); print > f}'
