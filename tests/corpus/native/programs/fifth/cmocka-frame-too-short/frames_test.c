#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static size_t pack(uint8_t* out, const char* text) {
    size_t n = strlen(text);
    out[0] = (uint8_t)(n + 1);
    memcpy(out + 1, text, n);
    return n + 1;
}

static void test_length(void** state) {
    (void)state;
    uint8_t frame[32];
    assert_int_equal(pack(frame, "stop"), 5);
}

static void test_header(void** state) {
    (void)state;
    uint8_t frame[32];
    pack(frame, "restart");
    print_message("header is %u\n", frame[0]);
    assert_int_equal(frame[0], 7);
}

static void test_empty(void** state) {
    (void)state;
    skip();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_length), cmocka_unit_test(test_header), cmocka_unit_test(test_empty)};
    return cmocka_run_group_tests_name("frames", tests, NULL, NULL);
}
