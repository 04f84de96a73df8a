#include "task_agent/base/log.hpp"

#include <string>

namespace task_agent {

std::string_view to_text(log_level level) noexcept {
    switch (level) {
        case log_level::off:
            return "off";
        case log_level::error:
            return "error";
        case log_level::warn:
            return "warn";
        case log_level::info:
            return "info";
        case log_level::debug:
            return "debug";
    }
    return "?";
}

void logger::write(log_level level, std::string_view text) const {
    if (!wants(level)) return;
    std::string line = "task-agent: ";
    if (level != log_level::info) line.append(to_text(level)).append(": ");
    line.append(text);
    // a message is one line, whatever an error text from elsewhere holds
    for (char& c : line) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    sink_->write_line(line);
}

}  // namespace task_agent
