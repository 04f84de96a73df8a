#include "task_agent/config/config_file.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fmt/format.h>

#include <fcntl.h>

#include <cerrno>

namespace task_agent {
namespace {

constexpr std::size_t longest = 1024 * 1024;

error unreadable(config_choice const& choice, std::string_view why) {
    if (choice.named_by.empty()) return bad_input(fmt::format("config file {}: {}", choice.path, why));
    return bad_input(fmt::format("{}: {}", choice.named_by, why));
}

}  // namespace

config_choice choose_config_file(std::vector<flag_text> const& flags, environment const& env) {
    for (auto flag = flags.rbegin(); flag != flags.rend(); ++flag) {
        if (flag->name == "config" && !flag->text.empty()) {
            return {flag->text, fmt::format("--config \"{}\" (flag)", flag->text)};
        }
    }
    if (auto const path = env.get_filled("TASK_AGENT_CONFIG")) {
        return {std::string(*path), fmt::format("TASK_AGENT_CONFIG=\"{}\" (environment)", *path)};
    }
    return {default_config_path, {}};
}

result<std::optional<std::string>> read_config_text(config_choice const& choice) {
    unique_fd const fd(::open(choice.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!fd) {
        error_code const why = last_errno();
        bool const is_absent = why.value() == ENOENT || why.value() == ENOTDIR;
        if (choice.named_by.empty() && is_absent) return std::optional<std::string>();
        return unreadable(choice, why.message());
    }
    std::string text;
    char block[16 * 1024];
    for (;;) {
        ssize_t const n = ::read(fd.get(), block, sizeof block);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return unreadable(choice, last_errno().message());
        if (n == 0) return std::optional<std::string>(std::move(text));
        text.append(block, static_cast<std::size_t>(n));
        if (text.size() > longest)
            return unreadable(choice, "larger than 1 MiB; allowed is a JSON object of options");
    }
}

}  // namespace task_agent
