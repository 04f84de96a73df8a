#include "task_agent/trace/grammars/meson_test.hpp"

#include "cpp_lines.hpp"
#include "line_reading.hpp"
#include "native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 4096;
constexpr std::string_view command = ">>> ";
constexpr std::string_view rule = "\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95";

// How a test that failed ended.
enum class outcome { none, failed, killed, timed_out };

// " 3/12 nuts FAIL            0.01s   exit status 1"
outcome parse_outcome(std::string_view line) noexcept {
    line = trimmed(line);
    if (take_number(line) < 1 || !take(line, "/") || take_number(line) < 1 || !take(line, " "))
        return outcome::none;
    for (std::string_view const word : {" FAIL ", " TIMEOUT ", " ERROR "}) {
        std::size_t const at = line.find(word);
        if (at == std::string_view::npos || at > longest_name) continue;
        std::string_view const behind = trimmed(line.substr(at + word.size()));
        std::size_t const space = behind.find(' ');
        // the time is between them
        bool const is_timed = is_digit(behind.empty() ? ' ' : behind.front()) &&
                              space != std::string_view::npos && behind[space - 1] == 's';
        if (!is_timed) continue;
        if (word == " TIMEOUT ") return outcome::timed_out;
        return behind.find(" killed by ") == std::string_view::npos ? outcome::failed : outcome::killed;
    }
    return outcome::none;
}

class meson_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (++lines_ > most_lines) return verdict::ended_before;
        if (lines_ == 1) {
            ended_ = parse_outcome(line);
            if (ended_ == outcome::none) return verdict::no_trace;
            report_.type = "test failed";
            report_.message = bounded(trimmed(line));
            report_.role = trace_role::detached;  // the other tests go on
            return verdict::continues;
        }
        if (lines_ == 2) return line.starts_with(command) ? verdict::continues : verdict::no_trace;
        if (line.starts_with(rule)) return lines_ == 3 ? verdict::continues : verdict::ends;
        if (lines_ == 3) return verdict::ended_before;
        if (line == "stdout:" || line == "stderr:") {
            is_errors_ = line == "stderr:";
        } else if (!is_blank(line) && !has_error_ && may_tell()) {
            say(line);
        }
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return lines_ > 1; }
    bool conclude(found_trace& trace) override {
        report_.cause_line = report_.type + ": " + report_.message;
        return lines_ > 1 && report_.write_to(trace);
    }

private:
    // The first on stderr, the last on stdout: "nuttest.c:14: nut 2 is not", or no place.
    void say(std::string_view line) {
        has_error_ = is_errors_;
        line = trimmed(line);
        report_.frames.clear();
        std::size_t const end = line.find(": ");
        auto const place =
            end == std::string_view::npos ? std::nullopt : cpp::parse_place(line.substr(0, end));
        if (place) {
            report_.add({bounded(place->file), place->line, {}});
            line = trimmed(line.substr(end + 2));
        }
        report_.message = bounded(line);
    }

    // What a test printed before its time was up does not tell why; nor what was killed on stdout.
    bool may_tell() const noexcept {
        return ended_ == outcome::failed || (ended_ == outcome::killed && is_errors_);
    }

    native_report report_;
    outcome ended_ = outcome::none;
    bool is_errors_ = false;  // what is read
    bool has_error_ = false;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_meson_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!context.line().substr(column).starts_with(command)) continue;
        auto const above = context.back(1, column);
        if (above && parse_outcome(*above) != outcome::none) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_meson_test_grammar() {
    return std::make_unique<meson_test_reader>();
}

}  // namespace task_agent::trace
