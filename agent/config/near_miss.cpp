#include "task_agent/config/near_miss.hpp"

#include <algorithm>
#include <vector>

namespace task_agent {
namespace {

// Damerau-Levenshtein over adjacent swaps, three rows at a time. Names are short, so nothing cleverer is
// needed.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::string_view near_miss(std::string_view name, std::span<std::string_view const> candidates) {
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (std::string_view candidate : candidates) {
        std::size_t const longer = std::max(candidate.size(), name.size());
        // the difference in length is a lower bound: spares the table for a name as long as a paragraph
        if (2 * longer - candidate.size() - name.size() >= fewest) continue;
        if (std::size_t const n = edits(name, candidate); n < fewest) {
            fewest = n;
            best = candidate;
        }
    }
    return best;
}

}  // namespace task_agent
