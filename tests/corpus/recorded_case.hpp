// The recorded logs of this folder and what is known about each.
//
// A third of the cases, by the hash of their name, is held out: figures may be printed, never their names, so
// that nobody bends a grammar to them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace task_agent::corpus {

struct recorded_case {
    std::filesystem::path label_path;
    std::string language;  // the folder's name
    std::string name;
    std::map<std::string, std::string> label;
    std::string log;
    bool is_held_out = false;

    [[nodiscard]] std::string get(char const* key) const;  // empty where the label does not say
    [[nodiscard]] bool is_positive() const { return get("kind") == "positive"; }
};

// In the order of their paths; `only`: one language's, empty = all.
[[nodiscard]] std::vector<recorded_case> recorded_cases(std::filesystem::path const& folder,
                                                        std::string const& only = {});

}  // namespace task_agent::corpus
