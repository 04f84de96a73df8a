#include <iostream>
#include <stdexcept>
#include <execinfo.h>
#include <unistd.h>

static int tries;

static void copy(int shard) {
    if (shard == 2 && tries++ < 2)
        throw std::runtime_error("connection reset by peer");
    std::cerr << "INFO shard " << shard << " copied" << std::endl;
}

int main() {
    for (int s = 0; s < 26; ++s) {
        for (;;) {
            try {
                copy(s);
                break;
            } catch (std::exception const& e) {
                std::cerr << "WARN shard " << s << " will be tried again: " << e.what() << std::endl;
                void* frames[16];
                backtrace_symbols_fd(frames, backtrace(frames, 16), STDERR_FILENO);
            }
        }
    }
    std::cerr << "INFO all shards copied, 0 errors" << std::endl;
}
