#include <cxxabi.h>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <execinfo.h>
#include <stdexcept>
#include <typeinfo>

namespace queue_ {

struct closed : std::logic_error {
    using std::logic_error::logic_error;
};

__attribute__((noinline)) void push(int job) {
    if (job == 2)
        throw closed("queue is closed"); // RAISES
}

}  // namespace queue_

static void last_words() {
    int status = 0;
    if (auto const e = std::current_exception()) {
        try {
            std::rethrow_exception(e);
        } catch (std::exception const& x) {
            char* name = abi::__cxa_demangle(typeid(x).name(), nullptr, nullptr, &status);
            std::fprintf(stderr, "unhandled exception %s: %s\n", name, x.what());
            std::free(name);
        }
    }
    std::abort();
}

int main() {
    std::set_terminate(last_words);
    for (int i = 0; i < 4; ++i) {
        std::fprintf(stderr, "job %d\n", i);
        queue_::push(i);
    }
}
