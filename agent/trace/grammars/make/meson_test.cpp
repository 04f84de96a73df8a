#include "task_agent/trace/grammars/make/meson_test.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 120;
constexpr int most_lines = 256;
constexpr std::string_view list = "Summary of Failures:";
constexpr std::string_view command = ">>> ";
constexpr std::string_view rule = "\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95";

// How a test ended.
enum class outcome { none, passed, failed, killed, timed_out };

// " 3/12 nuts FAIL            0.01s   exit status 1"
outcome parse_outcome(std::string_view line) noexcept {
    line = trimmed(line);
    if (take_number(line) < 1 || !take(line, "/") || take_number(line) < 1 || !take(line, " "))
        return outcome::none;
    for (std::string_view const word :
         {" FAIL ", " TIMEOUT ", " ERROR ", " UNEXPECTEDPASS ", " INTERRUPT "}) {
        std::size_t const at = line.find(word);
        if (at == std::string_view::npos || at > longest_name) continue;
        std::string_view behind = trimmed(line.substr(at + word.size()));
        // the time is between them
        if (take_number(behind) < 0 || !take(behind, ".") || take_number(behind) < 0 || !take(behind, "s"))
            continue;
        if (word == " TIMEOUT " || word == " INTERRUPT ") return outcome::timed_out;
        return behind.find(" killed by ") == std::string_view::npos ? outcome::failed : outcome::killed;
    }
    return outcome::passed;
}

bool is_failed(std::string_view line) noexcept {
    return parse_outcome(line) > outcome::passed;
}

// "Ok:                 1", "Timeout:            1"
bool is_count(std::string_view line) noexcept {
    for (std::string_view const what :
         {"Ok: ", "Expected Fail: ", "Fail: ", "Unexpected Pass: ", "Skipped: ", "Timeout: ", "Ignored: "})
        if (take(line, what)) return digits_in(trimmed(line)) > 0;
    return false;
}

class meson_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        part const before = part_;
        verdict const answer = read(line);
        // up to the ruler that ends its output; of the list, the first
        bool const is_first = lines_ == 1 || before == part::output || part_ == part::called ||
                              part_ == part::output || std::exchange(is_listed_first_, false);
        return block_.note(line, answer, is_first);
    }
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override {
        if (!is_sure_ || report_.message.empty()) return false;
        // the other tests go on
        report_.role = trace_role::detached;
        block_.cut(trace);
        // its counts, of which most are zero, and where the log is, tell of no good end
        if (trace.handled == handling::none) trace.handled = handling::error;
        return report_.write_to(trace, "make");
    }

private:
    // The first test that failed comes first its command, then what it printed, between rulers.
    enum class part { head, called, output, others, all };

    verdict read(std::string_view line) {
        if (++lines_ > most_lines) return verdict::ended_before;
        if (line == list) {
            is_sure_ = true;
            part_ = part::all;
        } else if (lines_ == 1) {
            return begin(line) ? verdict::continues : verdict::no_trace;
        } else if (is_sure_) {
            return in_list(line);
        } else {
            in_output(line);
        }
        return verdict::continues;
    }

    bool begin(std::string_view line) {
        ended_ = parse_outcome(line);
        report_.type = "test failed";
        report_.message = bounded(trimmed(line));
        report_.cause_line = report_.message;
        return is_failed(line);
    }

    verdict in_list(std::string_view line) {
        if (report_.message.empty() && is_failed(line)) is_listed_first_ = begin(line);
        if (line.starts_with("Timeout: ")) return verdict::ends;
        bool const belongs = is_blank(line) || is_count(line) || parse_outcome(line) != outcome::none;
        return belongs ? verdict::continues : verdict::ended_before;
    }

    void in_output(std::string_view line) {
        if (part_ == part::head) {
            part_ = line.starts_with(command) ? part::called : part::others;
        } else if (part_ == part::called) {
            part_ = line.starts_with(rule) ? part::output : part::others;
        } else if (part_ == part::output && line.starts_with(rule)) {
            part_ = part::others;
        } else if (part_ == part::output && (line == "stdout:" || line == "stderr:")) {
            is_errors_ = line == "stderr:";
        } else if (part_ == part::output && !is_blank(line) && !has_error_ && may_tell()) {
            say(line);
        }
    }

    // "nuttest.c:14: nut 2 is not sold", or no place
    void say(std::string_view line) {
        has_error_ = is_errors_;
        line = trimmed(line);
        report_.cause_line = bounded(line);
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
    block_bounds block_;
    outcome ended_ = outcome::none;
    part part_ = part::head;
    bool is_sure_ = false;  // the list has come
    bool is_listed_first_ = false;
    bool is_errors_ = false;  // what is read
    bool has_error_ = false;
    int lines_ = 0;
};

// From the list to the first test that failed; 0 where it is too far away.
std::size_t first_failed(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above || *above == list) break;
        if (is_failed(*above)) first = n;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_meson_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) == list) return start_point{column, first_failed(context, column)};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_meson_test_grammar() {
    return std::make_unique<meson_test_reader>();
}

}  // namespace task_agent::trace
