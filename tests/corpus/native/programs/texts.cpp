#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

static void many(int n, char const* form) {
    for (int i = 0; i < n; ++i)
        std::printf(form, i, i);
}

int main(int, char** argv) {
    std::string const what = argv[1];
    if (what == "help") {
        std::puts("usage: importer [options] FILE");
        std::puts("  --abort-on-error  call abort() at the first bad row");
        std::puts("  --assert=0|1      run the checks of the library");
        std::puts("A bad row ends the program with a message like");
        std::puts("  `terminate called after throwing an instance of 'row_error'` and a line with what() below it;");
        std::puts("  with --sanitize you may see `ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010`.");
    } else if (what == "json") {
        many(25, "{\"id\":%d,\"status\":\"ok\",\"error\":null,\"errors\":[],\"what\":null}\n");
    } else if (what == "metrics") {
        many(12, "rpc_errors_total{code=\"UNAVAILABLE\",shard=\"%d\"} 0\n");
        many(12, "process_signal_sigsegv_total{worker=\"%d\"} 0\n");
    } else if (what == "progress") {
        many(25, "[%3d/25] Building CXX object src/CMakeFiles/core.dir/runtime_error_%d.cpp.o\n");
        std::puts("[25/25] Linking CXX executable assertion_failed_test");
    } else if (what == "config") {
        std::puts("abort_on_error = false\nfatal_signals = SIGSEGV SIGABRT SIGBUS\ncore_pattern = core.%e\non_terminate = log\nsanitizers = none");
        many(20, "worker %d: ready\n");
    } else if (what == "skipped") {
        int bad = 0;
        for (char const* row : {"1", "x", "3", ""}) {
            try {
                std::printf("row %d\n", std::stoi(row));
            } catch (std::exception const& e) {
                ++bad;
                std::printf("row skipped by --on-error=skip: std::invalid_argument what(): %s\n", e.what());
            }
        }
        std::printf("%d of 4 rows skipped, import complete\n", bad);
    } else if (what == "errno") {
        for (int i = 1; i < 40; ++i)
            std::printf("errno %d: %s\n", i, std::strerror(i));
    } else if (what == "table") {
        std::puts("crashes of last week\n  12  SIGSEGV  store::nth(store::node*, int)\n   3  SIGABRT  Assertion `used_ < size' failed\n   1  double free or corruption (fasttop)\nthis week: none");
        many(20, "host %d is healthy\n");
    }
}
