#include <cstdio>

struct tree {
    tree* parent;
    int depth;
};

static int depth(tree const* t) {
    char scratch[64];
    std::snprintf(scratch, sizeof scratch, "%d", t->depth);
    return t->parent ? depth(t->parent) + scratch[0] : 0;
}

int main() {
    tree t{nullptr, 1};
    t.parent = &t;
    std::fprintf(stderr, "depth %d\n", depth(&t));
}
