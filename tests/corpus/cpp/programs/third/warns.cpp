#include <cstdio>
#include <cstring>

[[deprecated("error codes are exceptions now")]] static int error_code(int x) { return x; }

enum class Error { none, fatal, crash };

static const char* name(Error e) {
    switch (e) {
    case Error::none: return "none";
    case Error::fatal: return "fatal";
    }
}

int main() {
    int unused_error;
    unsigned n = 3;
    if (n > -1)
        std::printf("error code %s\n", error_code(0) ? "set" : "0");
    char tail[4];
    std::strncpy(tail, "segfault", 4);
    std::printf("%s\n", name(Error::none));
}
