#include <cstdio>
#include <system_error>
#include <cerrno>

struct lock_file {
    ~lock_file() { release(); }
    static void release() {
        throw std::system_error(EACCES, std::generic_category(), "unlink /app/run/lock");
    }
};

int main() {
    {
        lock_file l;
        std::fprintf(stderr, "locked\n");
    }
    std::fprintf(stderr, "unlocked\n");
}
