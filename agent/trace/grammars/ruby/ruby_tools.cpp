#include "task_agent/trace/grammars/ruby/ruby_tools.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/handling_words.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t terminal_width = 80;  // Bundler wraps what it says
constexpr int most_lines = 40;
constexpr std::size_t most_of_extension = 24;  // lines of what it says of itself
constexpr std::string_view no_makefile = "*** extconf.rb failed ***";

struct saying {
    std::string_view start;
    std::string_view inner;  // somewhere behind it; empty = anything
};

constexpr saying sayings[] = {
    // Bundler
    {"Could not find gem '", {}},
    {"Could not find ", " in any of the sources"},
    {"Could not find ", " in locally installed gems"},
    {"Could not find ", " in cached gems or installed"},
    {"Could not find compatible versions", {}},
    {"Could not locate Gemfile", {}},
    {"Could not reach host ", ". Check your network connection and try again."},
    {"Could not fetch specs from ", {}},
    {"Bundler could not find compatible versions for gem ", {}},
    {"Your Ruby version is ", ", but your Gemfile specified "},
    {"Your bundle only supports platforms ", {}},
    {"bundler: command not found: ", {}},
    {"An error occurred while installing ", ", and Bundler cannot"},
    {"Gem::Ext::BuildError: ", {}},
    {"[!] There was an error parsing ", {}},
    // RubyGems
    {"ERROR:  Could not find a valid gem '", {}},
    {"ERROR:  Error installing ", ":"},
    {"ERROR:  While executing gem ... (", ")"},
    // OptionParser
    {"invalid option: -", {}},
    {"invalid argument: -", {}},
    {"missing argument: -", {}},
    {"ambiguous option: -", {}},
    {"needless argument: -", {}},
    // Thor
    {"Could not find command \"", "\"."},
    {"Unknown switches ", {}},
    {"Expected numeric value for '", "; got "},
    {"Expected string default value for '", "; got "},
    {"Expected '", "; got "},
    {"Expected all values of '", "; got "},
    {"No value provided for option '", {}},
    {"No value provided for required ", "'"},
    {"ERROR: \"", " was called with "},
};

bool is_saying(std::string_view text) noexcept {
    return std::any_of(std::begin(sayings), std::end(sayings), [&](saying const& known) {
        return text.starts_with(known.start) &&
               text.find(known.inner, known.start.size()) != std::string_view::npos;
    });
}

// "checking for nut.h... no", "/usr/bin/ruby -r ./siteconf.rb extconf.rb", "current directory: /gems/nut"
bool is_of_mkmf(std::string_view line) noexcept {
    return line.starts_with("checking ") || line.ends_with("extconf.rb") ||
           line.find(" extconf.rb ") != std::string_view::npos || line.starts_with("current directory: ");
}

bool is_rule(std::string_view line) noexcept {
    return trimmed(line).find_first_not_of("-=*") == std::string_view::npos;
}

class ruby_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    block_bounds block_;
    std::string type_ = "error";
    std::string message_;
    std::size_t width_ = 0;  // of the line before
    bool is_of_extension_ = false;
    bool is_list_ = false;  // of what was looked for, behind a blank line
    int lines_ = 0;
};

verdict ruby_tools_reader::read(std::string_view line) {
    if (message_.empty()) {
        // what an extension misses, in its own words
        if (!is_saying(line)) {
            message_ = bounded(trimmed(line));
            is_of_extension_ = true;
            return verdict::continues;
        }
        std::string_view said = line;
        if (take(said, "Gem::Ext::BuildError: ")) type_ = "Gem::Ext::BuildError";
        for (std::string_view const lead : {"bundler: ", "[!] ", "ERROR: "})
            if (take(said, lead)) break;
        said = trimmed(said);
        // "While executing gem ... (Gem::FilePermissionError)": the rest is below it
        if (std::size_t const open = said.rfind(" ("); said.starts_with("While ") && said.ends_with(')'))
            type_ = bounded(said.substr(open + 2, said.size() - open - 3), longest_name);
        message_ = bounded(said);
        width_ = line.size();
        return verdict::continues;
    }
    if (is_of_extension_) {
        if (line != no_makefile) return verdict::continues;
        block_.end_here();
        return verdict::ends;
    }
    if (++lines_ > most_lines || wears_prefix(line)) return verdict::ended_before;
    if (line.empty()) {
        // a tree of what does not fit together
        is_list_ = message_.ends_with(':') || message_.starts_with("Could not find compatible versions");
        return is_list_ ? verdict::continues : verdict::ended_before;
    }
    bool const is_wrapped = width_ > 0 && width_ <= terminal_width &&
                            width_ + 1 + std::min(line.find(' '), line.size()) > terminal_width;
    width_ = line.size();
    bool const is_advice = line.starts_with("Run `bundle ") ||
                           line.starts_with("Install missing gem executables with ") ||
                           line.starts_with("Did you mean?") || line.starts_with("Usage: \"");
    bool const has_more = is_list_ || message_.ends_with(':') || type_.starts_with("Gem::");
    bool const is_indented = has_more && (line.starts_with("  ") || line.starts_with('\t'));
    if (is_wrapped || is_advice || is_indented || (is_list_ && line.starts_with("Because ")))
        return verdict::continues;
    return verdict::ended_before;
}

bool ruby_tools_reader::conclude(found_trace& trace) {
    // why it could not stands above, where it was told; RubyGems has much to say behind an extension's words
    bool const is_told_above = message_.starts_with("An error occurred while installing ");
    trace.role = is_of_extension_ ? trace_role::detached
                 : is_told_above  ? trace_role::summary
                                  : trace_role::notice;
    trace.is_often_survived = !is_of_extension_;
    block_.cut(trace);
    trace.cause_line = type_ == "error" ? message_ : type_ + ": " + message_;
    put_exception(trace.exception, "ruby", std::move(type_), std::move(message_), {});
    return true;
}

// From mkmf's last word to what the extension said behind the last thing that it looked for; that, where it
// said nothing.
std::size_t extension_lines(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_of_extension; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (is_of_mkmf(trimmed(*above))) return first > 0 ? first : n;
        if (!is_rule(*above)) first = n;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_ruby_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (std::size_t const back = text == no_makefile ? extension_lines(context, column) : 0; back > 0)
            return start_point{column, back};
        // "expected" is a word of those who go on, but here
        if (is_saying(text) && !says_to_go_on(text.substr(text.starts_with('E') ? 9 : 0)))
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ruby_tools_grammar() {
    return std::make_unique<ruby_tools_reader>();
}

}  // namespace task_agent::trace
