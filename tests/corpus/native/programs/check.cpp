#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sstream>

// A fatal macro as many projects have one.
struct fatal {
    std::ostringstream text;
    ~fatal() {
        std::fprintf(stderr, "%s\n", text.str().c_str());
        std::abort();
    }
};

#define CHECK(c) \
    if (!(c)) fatal().text << "[FATAL " << __FILE__ << ':' << __LINE__ << "] Check failed: " #c " "

static void load(int shards, int nodes) {
    CHECK(shards % nodes == 0) << shards << " shards on " << nodes << " nodes"; // RAISES
    std::fprintf(stderr, "[INFO] %d shards on %d nodes\n", shards, nodes);
}

int main() {
    load(8, 4);
    load(8, 3);
}
