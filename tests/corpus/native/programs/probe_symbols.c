#include <dlfcn.h>
#include <stdio.h>

int main(void) {
    void* self = dlopen(NULL, RTLD_NOW);
    char const* wanted[] = {"puts", "fancy_io_v2", "malloc", "numa_missing_alloc"};
    for (int i = 0; i < 4; ++i) {
        void* at = dlsym(self, wanted[i]);
        if (at) printf("%s: present\n", wanted[i]);
        else printf("%s: absent (%s), doing without\n", wanted[i], dlerror());
    }
    for (int i = 0; i < 20; ++i) printf("block %d copied\n", i);
    return 0;
}
