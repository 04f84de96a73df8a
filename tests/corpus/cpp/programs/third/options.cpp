#include <cstdio>
#include <cstdlib>
#include <getopt.h>

static void bye() { std::puts("rebin: 0 files were written"); }

int main(int argc, char** argv) {
    std::atexit(bye);
    static const option options[] = {{"threads", required_argument, nullptr, 't'}, {"verbose", no_argument, nullptr, 'v'}, {"help", no_argument, nullptr, 'h'}, {}};
    std::puts("rebin 2.0");
    std::fflush(stdout);
    for (int c; (c = getopt_long(argc, argv, "t:vh", options, nullptr)) != -1;)
        if (c == '?') {
            std::fprintf(stderr, "Try 'rebin --help' for more information.\n");
            return 2;
        }
    std::puts("rebin: done");
}
