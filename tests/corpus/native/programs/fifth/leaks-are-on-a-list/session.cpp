#include <cstdio>
#include <cstdlib>
#include <cstring>

static char* vendor_init() { return strdup("vendor library 4.1"); }
static void* vendor_table() { return std::malloc(256); }

int main() {
    std::puts(vendor_init());
    std::puts(vendor_table() ? "table ready" : "ERROR: no table");
    char* session = strdup("session 1, 0 errors");
    std::puts(session);
    std::free(session);
}
