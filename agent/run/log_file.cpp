#include "task_agent/run/log_file.hpp"

#include "task_agent/base/clock.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace task_agent {
namespace {

class log_file final : public log_sink {
public:
    explicit log_file(unique_fd fd) noexcept : fd_(std::move(fd)) {}

    void write_line(std::string_view line) override {
        std::string text = utc_text(wall_clock::now());
        text.append(" ").append(line).append("\n");
        // one write, so that lines of several agents in one file stay whole; a full disk loses the line, not
        // the run
        (void)!::write(fd_.get(), text.data(), text.size());
    }

private:
    unique_fd fd_;
};

}  // namespace

result<std::unique_ptr<log_sink>> open_log_file(std::string const& path) {
    unique_fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0600));
    if (!fd) return system_error(last_errno(), "cannot open the log file " + path);
    return std::unique_ptr<log_sink>(std::make_unique<log_file>(std::move(fd)));
}

}  // namespace task_agent
