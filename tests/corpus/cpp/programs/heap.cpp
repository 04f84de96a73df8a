#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

int main(int, char** argv) {
    std::string how = argv[1];
    std::fprintf(stderr, "pool: mode %s\n", how.c_str());
    char* volatile p = static_cast<char*>(std::malloc(24));
    if (how == "twice") { std::free(p); std::free(p); }
    if (how == "inside") std::free(p + 8);
    if (how == "top") { std::memset(p, 0x41, 64); char* volatile q = static_cast<char*>(std::malloc(4096)); std::free(q); }
    if (how == "mmap") { int x[8] = {}; x[1] = 0x21000; std::free(reinterpret_cast<char*>(x) + 8); }
    if (how == "big") { char* volatile a = static_cast<char*>(std::malloc(2000)); char* volatile b = static_cast<char*>(std::malloc(2000)); std::free(a); std::free(a); std::free(b); }
    if (how == "size") { char* volatile a = static_cast<char*>(std::malloc(24)); std::memset(p + 24, 0xff, 8); std::free(a); }
}
