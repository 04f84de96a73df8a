#include "log_end.hpp"

#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"
#include "task_agent/trace/launcher_lines.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/stream_end.hpp"
#include "task_agent/trace/tally.hpp"

#include "last_lines.hpp"
#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::ptrdiff_t most_blanks_of_code = 2;

// Gradle's and Maven's word, with nothing but counts and times behind it.
bool is_built(std::vector<std::string> const& last) noexcept {
    for (std::size_t i = last.size(); i-- > 0;) {
        if (last[i].find("BUILD SUCCESS") != std::string::npos) return true;
        if (says_failure(last[i]) || find_prefix(last[i]).level >= log_level::warning) return false;
    }
    return false;
}

// "Exit code: 6", "job=load rc=6", "load ended with code 6".
bool tells_a_code(std::string const& line) noexcept {
    return says_only_code(line) ||
           (says_bad_code(line) && std::count(line.begin(), line.end(), ' ') <= most_blanks_of_code);
}

}  // namespace

last_word last_word_of(std::string_view out_tail, std::string_view err_tail, bool is_code_known,
                       std::size_t count) {
    auto last = last_lines(err_tail, count);
    if (last.empty()) last = last_lines(out_tail, count);
    if (is_code_known) std::erase_if(last, tells_a_code);
    if (last.empty()) return last_word::unknown;
    // a count of what failed may stand a few lines before the end
    if (std::any_of(last.begin(), last.end(), says_some_failed)) return last_word::unknown;
    // the end of Erlang's "Crash dump is being written to: erl_crash.dump...done", torn by another's output
    if (last.back() == "done" && err_tail.find("Crash dump is being written to: ") != std::string_view::npos)
        return last_word::unknown;
    if (says_none_failed(last.back())) return last_word::none_failed;
    if (is_built(last)) return last_word::success;
    // a key may be "error", and its value null
    std::string_view const said = words_of_record(last.back());
    // "part 2: exit 0" tells of no other part
    bool const is_none_of_all = std::any_of(last.begin(), last.end(), says_none_failed) &&
                                std::none_of(last.begin(), last.end(), says_bad_code);
    if (says_success(said) || is_none_of_all) return last_word::success;
    line_pieces const prefix = find_prefix(last.back());
    log_level const level = prefix.level;
    bool const is_record = level >= log_level::warning;
    // "BUILD FAILED", and how much was built
    bool const is_of_failure = says_failure(said) || (last.size() > 1 && says_failure(last[last.size() - 2]));
    // what one of several processes did tells of no other
    bool const is_of_one = source_of(last.back()).empty();
    if (is_of_one && !is_record && !is_of_failure &&
        counts_what_was_done(said.substr(said == last.back() ? prefix.end() : 0)))
        return last_word::success;
    if (level == log_level::info || level == log_level::debug || is_calm_record(last.back()))
        return last_word::calm;
    bool const is_bad =
        level >= log_level::warning || std::any_of(last.begin(), last.end(), [](auto const& line) {
            return says_failure(line) || is_launcher_line(line);
        });
    return is_bad ? last_word::unknown : last_word::neutral;
}

}  // namespace task_agent::trace
