#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static void* plugin(char const* path) {
    void* handle = dlopen(path, RTLD_NOW);
    if (!handle) {
        fprintf(stderr, "fatal: plugin not loaded: %s\n", dlerror());
        abort();
    }
    return handle;
}

int main(void) {
    puts("loading plugins");
    fflush(stdout);
    plugin("/app/plugins/codec.so");
    return 0;
}
