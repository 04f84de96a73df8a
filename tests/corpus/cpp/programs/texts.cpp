#include <cstdio>
#include <cstdlib>
#include <exception>
#include <execinfo.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

template <class F> void many(int n, F f) { for (int i = 0; i < n; i++) f(i); }

int main(int, char** argv) {
    std::string how = argv[1];
    if (how == "caught") {
        many(26, [](int i) {
            try {
                if (i == 2) throw std::runtime_error("connection reset by peer");
                std::printf("[info] shard %d copied\n", i);
            } catch (const std::exception& e) {
                void* frames[16];
                std::printf("[warn] shard %d skipped: exception std::runtime_error, what(): %s\n", i, e.what());
                std::fflush(stdout);
                backtrace_symbols_fd(frames, backtrace(frames, 16), 1);
            }
        });
        std::puts("[info] copy complete, 1 shard skipped by --skip-unreachable");
    }
    if (how == "child") {
        if (pid_t p = fork(); p == 0) {
            throw std::runtime_error("thumbnail 3 cannot be decoded");
        } else {
            int status;
            waitpid(p, &status, 0);
            std::printf("[warn] thumbnailer left with signal %d, started again\n", WTERMSIG(status));
        }
        many(28, [](int i) { std::printf("[info] thumbnail %d done\n", i); });
        std::puts("[info] all thumbnails done");
    }
    if (how == "tests") {
        std::puts("[==========] Running 14 tests from 1 test suite.\n[----------] 14 tests from Parser");
        many(13, [](int i) { std::printf("[ RUN      ] Parser.RoundTrip%d\n[       OK ] Parser.RoundTrip%d (0 ms)\n", i, i); });
        std::puts("[ RUN      ] ParserDeathTest.AbortsOnNull");
        std::fflush(stdout);
        if (pid_t p = fork(); p == 0) std::terminate();
        else waitpid(p, nullptr, 0);
        std::puts("[       OK ] ParserDeathTest.AbortsOnNull (1 ms)\n[----------] 14 tests from Parser (2 ms total)\n\n[==========] 14 tests from 1 test suite ran. (2 ms total)\n[  PASSED  ] 14 tests.");
    }
    if (how == "help")
        std::puts("usage: importer [options] FILE\n  --on-error=MODE  stop or skip (default: stop)\n  --abort-on-assert  leave a core\nA bad row ends the run with "
                  "\"terminate called after throwing an instance of 'row_error'\" and SIGABRT.\n  --max-errors=N   0 allows no error");
    if (how == "json") many(30, [](int i) { std::printf("{\"level\":\"info\",\"seq\":%d,\"error\":null,\"exception\":null,\"errors\":0}\n", i); });
    if (how == "metrics") many(24, [](int i) { std::printf("process_aborts_total{reason=\"std::bad_alloc\",shard=\"%d\"} 0\n", i); });
    if (how == "progress") many(25, [](int i) { std::printf("[%3d%%] Building CXX object src/errors/%s_exception.cpp.o\n", 4 * i + 4, i % 2 ? "fatal" : "assert"); });
    if (how == "sql") many(22, [](int i) { std::printf("statement: SELECT id FROM error_log WHERE level = 'ERROR' AND shard = %d; duration: 0.2 ms\n", i); });
    if (how == "config") many(24, [](int i) { const char* k[] = {"abort_on_error", "terminate_handler", "assert_level", "stack_protector"}; std::printf("%s = %s\n", k[i % 4], i % 3 ? "off" : "default"); });
    if (how == "refused") {
        for (std::string s : {"1", "x", "3", ""}) {
            try {
                std::printf("value %d\n", std::stoi(s));
            } catch (const std::exception& e) {
                std::printf("row skipped by --on-error=skip: std::invalid_argument (%s)\n", e.what());
            }
        }
        many(21, [](int i) { std::printf("table %d indexed\n", i); });
    }
    if (how == "where") {
        void* frames[16];
        std::puts("[debug] called from:");
        std::fflush(stdout);
        backtrace_symbols_fd(frames, backtrace(frames, 16), 1);
        many(24, [](int i) { std::printf("GET /pages/%d 200\n", i); });
    }
}
