#include <cstdio>
#include <mutex>
#include <thread>

struct Counter {
    long hits = 0;
    void hit() { hits++; } // RAISES
};

std::mutex a, b;

int main(int argc, char**) {
    std::fputs("counting\n", stderr);
    Counter c;
    if (argc > 1) {
        std::thread t([] { std::scoped_lock l(a); b.lock(); b.unlock(); });
        t.join();
        std::thread u([] { b.lock(); a.lock(); a.unlock(); b.unlock(); });
        u.join();
    } else {
        std::thread t([&] { for (int i = 0; i < 1000; i++) c.hit(); });
        for (int i = 0; i < 1000; i++) c.hit();
        t.join();
    }
    std::printf("hits counted\n");
}
