#include <criterion/criterion.h>
#include <criterion/logging.h>

static long add_cents(long a, long b) {
    long cents = a % 100 + b % 100;
    return (a / 100 + b / 100) * 100 + cents % 100;
}

Test(ledger, small_sums) {
    cr_log_info("12.10 + 0.25");
    cr_assert_eq(add_cents(1210, 25), 1235);
}

Test(ledger, carry) {
    cr_log_warn("error of a whole unit is looked for here");
    cr_assert_eq(add_cents(1299, 2), 1301, "12.99 + 0.02 is %ld, not 1301", add_cents(1299, 2));
}

Test(ledger, negative, .disabled = true) {
    cr_assert_eq(add_cents(-1, 1), 0);
}

Test(ledger, many) {
    long sum = 0;
    for (int i = 0; i < 9; i++) sum = add_cents(sum, 11);
    cr_expect_eq(sum, 99);
}
