#include <cstdio>

struct node { int weight; node* next; };

int sum(node const* n) {
    int total = 0;
    for (int i = 0; i < 3; ++i, n = n->next) total += n->weight;
    return total;
}

int main() {
    node b{2, nullptr}, a{1, &b};
    std::puts("summing");
    std::fflush(stdout);
    std::printf("%d\n", sum(&a));
}
