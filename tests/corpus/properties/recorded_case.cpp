#include "recorded_case.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>

namespace task_agent::properties {
namespace {

namespace fs = std::filesystem;

std::string content_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The same third as corpus_report holds out.
bool is_held_out(std::string const& name) {
    std::uint32_t hash = 2166136261u;
    for (char const c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return hash % 3 == 0;
}

}  // namespace

std::vector<recorded_case> read_corpus(fs::path const& folder) {
    std::vector<recorded_case> cases;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        fs::path const& label = entry.path();
        if (label.extension() != ".label") continue;
        recorded_case one;
        one.name = label.parent_path().parent_path().filename().string() + "/" + label.stem().string();
        one.is_positive = ("\n" + content_of(label)).find("\nkind=positive") != std::string::npos;
        one.is_held_out = is_held_out(one.name);
        one.log = content_of(fs::path(label).replace_extension(".log"));
        cases.push_back(std::move(one));
    }
    std::sort(cases.begin(), cases.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    return cases;
}

std::vector<std::string> lines_of(std::string const& log) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < log.size();) {
        std::size_t const stop = std::min(log.find('\n', at), log.size());
        lines.push_back(log.substr(at, stop - at));
        at = stop + 1;
    }
    return lines;
}

}  // namespace task_agent::properties
