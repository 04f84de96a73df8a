#include <cassert>
#include <cstdio>
#include <vector>

namespace ring {

template <class T>
class buffer {
public:
    explicit buffer(std::size_t n) : slots_(n) {}
    void put(T v) {
        assert(used_ < slots_.size() && "the ring is full"); // RAISES
        slots_[used_++] = v;
    }

private:
    std::vector<T> slots_;
    std::size_t used_ = 0;
};

}  // namespace ring

int main() {
    ring::buffer<int> b(2);
    for (int i = 0; i < 3; ++i) {
        std::fprintf(stderr, "put %d\n", i);
        b.put(i);
    }
}
