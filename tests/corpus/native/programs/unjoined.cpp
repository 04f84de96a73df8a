#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

static void serve() {
    std::this_thread::sleep_for(std::chrono::seconds(5));
}

static void start() {
    std::thread t(serve);
    std::printf("server thread started\n");
    std::fflush(stdout);
}

int main() {
    start();
}
