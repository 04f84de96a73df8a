#include <cstdlib>
#include <cstring>
#include <string>

struct Exception { virtual void what() = 0; };

int risky(int n) throw() {
    int unused_error;
    char b[4];
    std::strcpy(b, "too long for four");
    if (n = 3)
        return n;
}

char* leaky(int n) {
    char* p = (char*)std::malloc(n);
    if (n > 3)
        std::free(p);
    *p = 1;
    return n > 5 ? p : nullptr;
}

int main() {
    unsigned u = -1;
    for (int i = 0; i < u; i++)
        break;
    return 0;
}
