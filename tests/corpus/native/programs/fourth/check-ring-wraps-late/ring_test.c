#include <check.h>
#include <stdlib.h>

static int next_slot(int slot, int size) { return slot + 1 > size ? 0 : slot + 1; }

START_TEST(first_is_followed_by_second) { ck_assert_int_eq(next_slot(0, 8), 1); }
END_TEST

START_TEST(last_wraps_around) { ck_assert_int_eq(next_slot(7, 8), 0); }
END_TEST

START_TEST(middle) { ck_assert_int_eq(next_slot(3, 8), 4); }
END_TEST

int main(void) {
    Suite* suite = suite_create("ring");
    TCase* slots = tcase_create("slots");
    tcase_add_test(slots, first_is_followed_by_second);
    tcase_add_test(slots, last_wraps_around);
    tcase_add_test(slots, middle);
    suite_add_tcase(suite, slots);
    SRunner* runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
