#include <cstdio>
#include <cstring>

__attribute__((noinline)) void greet(const char* name) {
    char text[8];
    for (int i = 0; i <= (int)std::strlen(name); i++)
        text[i] = name[i];
    std::printf("hello %c\n", text[0]);
}

int main(int argc, char** argv) {
    std::fputs("greeting\n", stderr);
    char copy[8];
    if (argc > 2)
        std::strcpy(copy, argv[2]);
    greet(argv[1]);
}
