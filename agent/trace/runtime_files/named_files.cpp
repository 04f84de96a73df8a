#include "task_agent/trace/runtime_files/named_files.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view saved_as = "# An error report file with more information is saved as:";
constexpr std::string_view writing = "Writing Node.js report to file: ";
constexpr std::string_view error_file = "error_file: ";
constexpr std::string_view rank_field = "rank      : ";
constexpr std::size_t longest_path = 4096;

std::string_view trimmed(std::string_view text) noexcept {
    std::size_t const start = std::min(text.find_first_not_of(" \t\r"), text.size());
    text.remove_prefix(start);
    return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

// What stands behind the mark, or nothing.
std::string_view behind(std::string_view line, std::string_view mark) noexcept {
    std::size_t const at = line.find(mark);
    return at == std::string_view::npos ? std::string_view() : trimmed(line.substr(at + mark.size()));
}

void add(std::vector<named_file>& named, runtime_file_kind kind, std::string_view path,
         std::optional<int> rank = {}) {
    if (path.empty() || path.size() >= longest_path) return;
    // the later mention counts: a table's root cause stands at its end
    std::erase_if(named, [&](named_file const& other) { return other.path == path; });
    if (named.size() == most_named_files) named.erase(named.begin());
    named.push_back({kind, std::string(path), rank});
}

std::optional<int> number_in(std::string_view text) noexcept {
    std::size_t const n = std::min(text.find_first_not_of(digits), text.size());
    if (n == 0 || n > 9) return std::nullopt;
    int value = 0;
    for (char const c : text.substr(0, n))
        value = value * 10 + (c - '0');
    return value;
}

// One or more digits at the start are taken off; false when there are none.
bool skip_number(std::string_view& text) noexcept {
    std::size_t const n = std::min(text.find_first_not_of(digits), text.size());
    text.remove_prefix(n);
    return n > 0;
}

bool skip(std::string_view& text, std::string_view what) noexcept {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

}  // namespace

void find_named_files(std::string_view text, std::vector<named_file>& named) {
    std::optional<int> rank;
    bool path_follows = false;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string_view const line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (path_follows) {
            add(named, runtime_file_kind::jvm_crash, behind(line, "# "));
            path_follows = false;
        } else if (line.find(saved_as) != std::string_view::npos) {
            path_follows = true;
        } else if (auto const report = behind(line, writing); !report.empty()) {
            add(named, runtime_file_kind::node_report, report);
        } else if (auto const number = behind(line, rank_field); !number.empty()) {
            rank = number_in(number);
        } else if (auto const path = behind(line, error_file); path.starts_with('/')) {
            add(named, runtime_file_kind::torch_error, path, rank);
        }
    }
}

bool is_jvm_crash_name(std::string_view name) noexcept {
    return skip(name, "hs_err_pid") && skip_number(name) && name == ".log";
}

bool is_node_report_name(std::string_view name) noexcept {
    if (!skip(name, "report")) return false;
    for (int part = 0; part < 5; ++part) {
        if (!skip(name, ".") || !skip_number(name)) return false;
    }
    return name == ".json";
}

}  // namespace task_agent::trace
