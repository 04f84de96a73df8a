#include <fmt/core.h>
#include <fmt/format.h>
#include <string>
#include <vector>

struct Row { std::string name; double value; };

static std::string line(const std::string& form, const Row& row) {
    return fmt::format(fmt::runtime(form), row.name, row.value);
}

int main() {
    std::vector<Row> rows{{"rain", 3.25}, {"wind", 14.5}};
    for (const std::string form : {"{:<8} {:6.2f}", "{:<8} {:6d}"})
        for (const Row& row : rows)
            fmt::print("{}\n", line(form, row)), std::fflush(stdout);
}
