#include "task_agent/logic/cgroup_text.hpp"

#include <charconv>

namespace task_agent {
namespace {

// More than any machine has; v1's "no limit" is LONG_MAX rounded down to pages of 4 to 64 KiB.
constexpr std::uint64_t no_limit = std::uint64_t{1} << 62;

// Takes the text up to the separator, and the separator, from the front.
std::string_view take(std::string_view& text, char separator) noexcept {
    auto const end = text.find(separator);
    std::string_view const piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return piece;
}

bool has_item(std::string_view list, std::string_view item) noexcept {
    while (!list.empty()) {
        if (take(list, ',') == item) return true;
    }
    return false;
}

// Blanks, tabs, newlines and backslashes in paths of mountinfo are "\ooo" (proc(5)).
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '\\' && i + 3 < text.size()) {
            auto const [end, ec] = std::from_chars(text.data() + i + 1, text.data() + i + 4, code, 8);
            if (ec == std::errc() && end == text.data() + i + 4 && code < 256) {
                plain += static_cast<char>(code);
                i += 3;
                continue;
            }
        }
        plain += text[i];
    }
    return plain;
}

struct own_paths {
    std::optional<std::string_view> memory;   // in the v1 hierarchy that holds the memory controller
    std::optional<std::string_view> unified;  // in the v2 hierarchy
};

// Lines "ID:CONTROLLER,...:PATH"; v2's is "0::PATH".
own_paths parse_self_cgroup(std::string_view text) noexcept {
    own_paths paths;
    while (!text.empty()) {
        std::string_view line = take(text, '\n');
        std::string_view const id = take(line, ':');
        std::string_view const controllers = take(line, ':');
        if (!line.starts_with('/')) continue;
        if (has_item(controllers, "memory")) paths.memory = line;
        if (id == "0" && controllers.empty()) paths.unified = line;
    }
    return paths;
}

struct mount {
    std::string root;
    std::string point;
    std::string_view type;
    std::string_view super_options;
};

// "ID PARENT MAJOR:MINOR ROOT POINT OPTIONS [TAG...] - TYPE SOURCE SUPER_OPTIONS" (proc(5)).
std::optional<mount> parse_mount(std::string_view line) {
    auto const tags_end = line.find(" - ");
    if (tags_end == std::string_view::npos) return std::nullopt;
    std::string_view rest = line.substr(tags_end + 3);
    mount m;
    m.type = take(rest, ' ');
    if (m.type != "cgroup" && m.type != "cgroup2") return std::nullopt;
    take(rest, ' ');
    m.super_options = rest;
    for (int field = 0; field < 3; ++field)
        take(line, ' ');
    m.root = unescaped(take(line, ' '));
    m.point = unescaped(take(line, ' '));
    return m;
}

// The path below the mount's root, empty for the root itself; nothing when the mount does not lead there.
std::optional<std::string> below_root(std::string_view path, std::string_view root) {
    // ".." leads out of the cgroup namespace: what lies between there and here has no name
    if (path.starts_with("/..") || root.starts_with("/..")) return std::nullopt;
    if (root == "/") root = {};
    if (!path.starts_with(root)) return std::nullopt;
    path.remove_prefix(root.size());
    if (path == "/") path = {};
    if (!path.empty() && path.front() != '/') return std::nullopt;
    return std::string(path);
}

std::optional<cgroup_folder> folder_in(mount m, std::optional<std::string_view> path) {
    if (!path) return std::nullopt;
    auto below = below_root(*path, m.root);
    if (!below) return std::nullopt;
    auto const version = m.type == "cgroup" ? cgroup_version::v1 : cgroup_version::v2;
    return cgroup_folder{version, std::move(m.point), std::move(*below)};
}

std::optional<std::uint64_t> parse_number(std::string_view text) noexcept {
    std::uint64_t value = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<cgroup_folder> find_memory_folder(std::string_view self_cgroup, std::string_view mountinfo) {
    auto const paths = parse_self_cgroup(self_cgroup);
    std::optional<cgroup_folder> unified;
    while (!mountinfo.empty()) {
        auto m = parse_mount(take(mountinfo, '\n'));
        if (!m) continue;
        bool const is_v1 = m->type == "cgroup";
        if (is_v1 && !has_item(m->super_options, "memory")) continue;
        auto folder = folder_in(std::move(*m), is_v1 ? paths.memory : paths.unified);
        if (folder && is_v1) return folder;
        if (folder && !unified) unified = std::move(folder);
    }
    return unified;
}

std::optional<cgroup_folder> find_unified_folder(std::string_view self_cgroup, std::string_view mountinfo) {
    auto const paths = parse_self_cgroup(self_cgroup);
    while (!mountinfo.empty()) {
        auto m = parse_mount(take(mountinfo, '\n'));
        if (!m || m->type != "cgroup2") continue;
        if (auto folder = folder_in(std::move(*m), paths.unified)) return folder;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> value_of(std::string_view text, std::string_view name) noexcept {
    while (!text.empty()) {
        std::string_view line = take(text, '\n');
        if (take(line, ' ') == name) return parse_number(line);
    }
    return std::nullopt;
}

std::optional<std::uint64_t> parse_bytes(std::string_view text) noexcept {
    return parse_number(take(text, '\n'));
}

std::optional<std::uint64_t> parse_limit(std::string_view text) noexcept {
    auto const bytes = parse_bytes(text);
    return bytes && *bytes < no_limit ? bytes : std::nullopt;
}

bool is_cpu_limit(std::string_view text) noexcept {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

}  // namespace task_agent
