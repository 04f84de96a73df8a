#include <assert.h>
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static int share(int total, int among) {
  assert(among != 0);
  if (total < 0) { fprintf(stderr, "FATAL: total is negative: %d\n", total); exit(70); }
  return total / among;
}

START_TEST(halves) { ck_assert_int_eq(share(10, 2), 5); } END_TEST
START_TEST(nobody) { share(10, 0); } END_TEST
START_TEST(negative) { share(-1, 3); } END_TEST
START_TEST(null_cell) { raise(SIGSEGV); } END_TEST
START_TEST(table) { fprintf(stderr, "row %d: expected failure is printed only\n", _i); ck_assert_int_ge(share(_i, 1), 0); } END_TEST

int main(void) {
  Suite *suite = suite_create("limits");
  TCase *plain = tcase_create("plain"), *deaths = tcase_create("deaths");
  tcase_add_test(plain, halves);
  tcase_add_loop_test(plain, table, 0, 3);
  tcase_add_test_raise_signal(deaths, nobody, SIGABRT);
  tcase_add_test_raise_signal(deaths, null_cell, SIGSEGV);
  tcase_add_exit_test(deaths, negative, 70);
  suite_add_tcase(suite, plain);
  suite_add_tcase(suite, deaths);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_VERBOSE);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
