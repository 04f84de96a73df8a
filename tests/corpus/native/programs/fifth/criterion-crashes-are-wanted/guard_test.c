#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <signal.h>
#include <stdlib.h>
#include <stdio.h>

Test(guard, null_pointer, .signal = SIGSEGV) {
    int* volatile p = NULL;
    *p = 1;
}

Test(guard, aborts, .signal = SIGABRT) {
    fprintf(stderr, "guard: ERROR: invariant broken, aborting\n");
    abort();
}

Test(guard, leaves_with_3, .exit_code = 3) {
    fprintf(stderr, "guard: FATAL: no licence, leaving\n");
    exit(3);
}

Test(guard, not_yet, .disabled = true) {
    cr_assert_fail("to be written");
}
