#include <cstdio>
#include <future>
#include <stdexcept>
#include <vector>

struct quota_error : std::runtime_error { using std::runtime_error::runtime_error; };

int take(int n) {
    if (n == 3) throw quota_error("quota of batch [5] is used up: wanted 9");
    return n;
}

int main() {
    std::vector<std::future<int>> parts;
    for (int n = 1; n <= 4; ++n) parts.push_back(std::async(std::launch::async, take, n));
    for (auto& part : parts) { std::printf("took %d\n", part.get()); std::fflush(stdout); }
}
