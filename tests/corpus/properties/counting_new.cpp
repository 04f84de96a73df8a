// Counts what operator new hands out in this program.
#include "counting_new.hpp"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace task_agent::properties {
namespace {

std::atomic<std::size_t> live{0};
std::atomic<std::size_t> highest{0};

void* counted(std::size_t size) noexcept {
    void* const p = std::malloc(size == 0 ? 1 : size);
    if (!p) return nullptr;
    std::size_t const now = live += ::malloc_usable_size(p);
    std::size_t seen = highest;
    while (now > seen && !highest.compare_exchange_weak(seen, now)) {
    }
    return p;
}

void give_back(void* p) noexcept {
    if (p) live -= ::malloc_usable_size(p);
    std::free(p);
}

}  // namespace

std::size_t live_bytes() noexcept {
    return live;
}

std::size_t highest_bytes() noexcept {
    return highest;
}

void forget_highest() noexcept {
    highest = live.load();
}

}  // namespace task_agent::properties

void* operator new(std::size_t size) {
    void* const p = task_agent::properties::counted(size);
    if (!p) throw std::bad_alloc();
    return p;
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    return task_agent::properties::counted(size);
}
void operator delete(void* p) noexcept {
    task_agent::properties::give_back(p);
}
void operator delete(void* p, std::nothrow_t const&) noexcept {
    task_agent::properties::give_back(p);
}
void operator delete(void* p, std::size_t) noexcept {
    task_agent::properties::give_back(p);
}
