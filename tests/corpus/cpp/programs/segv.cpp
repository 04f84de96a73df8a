#include <cstdio>
struct Node { int value; Node* next; };
int last(const Node* n) {
    while (n->value)
        n = n->next;
    return n->value;
}
int main() {
    Node b{2, nullptr}, a{1, &b};
    std::fputs("walking the list\n", stderr);
    std::printf("%d\n", last(&a));
}
