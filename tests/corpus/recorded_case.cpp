#include "corpus/recorded_case.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace task_agent::corpus {
namespace {

namespace fs = std::filesystem;

std::string content_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool is_kept_out(std::string const& name) {
    std::uint32_t hash = 2166136261u;
    for (char const c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return hash % 3 == 0;
}

}  // namespace

std::string recorded_case::get(char const* key) const {
    auto const it = label.find(key);
    return it == label.end() ? std::string() : it->second;
}

std::vector<recorded_case> recorded_cases(fs::path const& folder, std::string const& only) {
    std::vector<fs::path> paths;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".label") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<recorded_case> cases;
    for (fs::path const& path : paths) {
        recorded_case c;
        c.label_path = path;
        c.language = path.parent_path().parent_path().filename();
        if (!only.empty() && c.language != only) continue;
        c.name = c.language + "/" + path.stem().string();
        std::istringstream lines(content_of(path));
        for (std::string line; std::getline(lines, line);) {
            if (auto const equals = line.find('='); equals != std::string::npos)
                c.label[line.substr(0, equals)] = line.substr(equals + 1);
        }
        c.log = content_of(fs::path(path).replace_extension(".log"));
        c.is_held_out = is_kept_out(c.name);
        cases.push_back(std::move(c));
    }
    return cases;
}

}  // namespace task_agent::corpus
