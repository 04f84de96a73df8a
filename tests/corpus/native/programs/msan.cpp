#include <cstdio>
#include <cstdlib>

struct header {
    int version;
    int flags;
};

static header parse(int argc) {
    header* h = static_cast<header*>(std::malloc(sizeof *h));
    h->version = argc;
    header const copy = *h;
    std::free(h);
    return copy;
}

static void apply(header const& h) {
    if (h.flags & 4) // RAISES
        std::fprintf(stderr, "compressed\n");
    std::fprintf(stderr, "version %d\n", h.version);
}

int main(int argc, char**) {
    std::fprintf(stderr, "reading header\n");
    apply(parse(argc));
}
