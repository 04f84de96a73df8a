#include <cstdio>
#include <optional>
#include <string>

struct job { std::optional<std::string> queue; };

std::string const& queue_of(job const& j) { return *j.queue; }

int main() {
    std::puts("routing 2 jobs");
    job jobs[] = {{"night"}, {}};
    for (auto const& j : jobs) { std::puts(queue_of(j).c_str()); std::fflush(stdout); }
}
