#include "task_agent/cli/terminal.hpp"

#include "task_agent/base/error.hpp"
#include "task_agent/cli/command.hpp"

#include <unistd.h>

#include <cerrno>
#include <string>

namespace task_agent::cli {
namespace {

bool write_whole(int fd, std::string_view text) {
    while (!text.empty()) {
        ssize_t const n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

int print(std::string_view text) {
    if (write_whole(STDOUT_FILENO, text)) return 0;
    complain(system_error(last_errno(), "stdout").text);
    return agent_failure;
}

void complain(std::string_view text) {
    stderr_sink sink;
    // info carries no level word: the sentence stands alone behind the prefix
    logger(log_level::info, sink).info(text);
}

void stderr_sink::write_line(std::string_view line) {
    // one write, so that lines of several writers do not mix; where stderr is gone, nobody can be told
    static_cast<void>(write_whole(STDERR_FILENO, std::string(line) + '\n'));
}

}  // namespace task_agent::cli
