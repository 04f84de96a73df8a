#include <cstdio>
#include <stdexcept>
#include <thread>

static void work(int part) {
    if (part == 2)
        throw std::out_of_range("part 2 of 2");
}

int main(int argc, char**) {
    std::thread t([] { work(2); });
    t.join();
    std::puts("joined");
}
