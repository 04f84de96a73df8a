#include <oneapi/tbb/parallel_for.h>
#include <atomic>
#include <iostream>
#include <stdexcept>
#include <string>
#include <syncstream>

static std::atomic<bool> busy{true};

static void pack(int block) {
    if (block == 11 && busy) throw std::runtime_error("block 11: terminate called by the device, try again");
}

int main() {
    int alone = 0;
    try {
        tbb::parallel_for(0, 16, pack);
        std::cout << "16 blocks packed at once" << std::endl;
    } catch (const std::runtime_error& e) {
        std::cerr << "ERROR parallel pass was cancelled: " << e.what() << std::endl;
        for (int block = 0; block < 16; ++block) {
            try {
                pack(block);
            } catch (const std::exception& again) {
                std::cerr << "ERROR " << again.what() << std::endl;
                busy = false;
                pack(block);
            }
            ++alone;
        }
    }
    std::cout << alone << " blocks packed one by one" << std::endl;
}
