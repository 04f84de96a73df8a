#include "task_agent/trace/grammars/erlang/erlang_term.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <array>

namespace task_agent::trace::erlang {
namespace {

constexpr std::size_t most_elements = 256;
constexpr int most_nesting = 6;  // of reasons inside reasons

// Where text is: inside of how many brackets, inside of which quote.
struct place_in_term {
    int depth = 0;
    char quote = 0;

    // The bytes it took: two of an escape or of "$(".
    std::size_t step(std::string_view text, std::size_t at) noexcept {
        char const c = text[at];
        if (quote != 0) {
            if (c == '\\') return 2;
            if (c == quote) quote = 0;
            return 1;
        }
        switch (c) {
            case '"':
            case '\'':
                quote = c;
                return 1;
            case '{':
            case '[':
            case '(':
                ++depth;
                return 1;
            case '}':
            case ']':
            case ')':
                --depth;
                return 1;
            case '$':
                return 2;
            default:
                return 1;
        }
    }
};

bool is_tuple(std::string_view term) noexcept {
    return term.starts_with('{');
}

// "{shop,sell,2,[{file,"shop.erl"},{line,31}]}": arguments may stand for their number.
std::optional<stack_frame> frame_of(std::string_view term) {
    if (!is_tuple(term)) return std::nullopt;
    auto const parts = elements_of(term);
    if (parts.size() != 4 || !parts[3].starts_with('[')) return std::nullopt;
    bool const is_arity = digits_in(parts[2]) == parts[2].size() || parts[2].starts_with('[');
    if (!is_arity || parts[0].empty() || parts[1].empty()) return std::nullopt;
    stack_frame frame;
    frame.function = bounded(parts[1], 512);
    constexpr std::string_view file = "{file,\"";
    constexpr std::string_view line = "{line,";
    if (std::size_t const at = parts[3].find(file); at != std::string_view::npos) {
        std::string_view const name = parts[3].substr(at + file.size());
        frame.file = bounded(name.substr(0, name.find('"')), 512);
    }
    if (std::size_t const at = parts[3].find(line); at != std::string_view::npos) {
        std::string_view const number = parts[3].substr(at + line.size());
        frame.line = number_of(number.substr(0, digits_in(number)));
    }
    return frame;
}

constexpr std::array<std::string_view, 16> alone = {
    "function_clause", "undef",         "badarith", "badarg",       "if_clause", "system_limit",
    "noproc",          "timeout_value", "timeout",  "noconnection", "notalive",  "badfile",
    "nofile",          "not_purged",    "killed",   "kill"};
constexpr std::array<std::string_view, 10> with_value = {
    "badmatch", "case_clause", "try_clause", "badfun",      "badarity",
    "badmap",   "badkey",      "badrecord",  "else_clause", "bad_generator"};

std::string_view unquoted(std::string_view atom) noexcept {
    atom = trimmed(atom);
    bool const is_quoted = atom.size() > 1 && atom.front() == '\'' && atom.back() == '\'';
    return is_quoted ? atom.substr(1, atom.size() - 2) : atom;
}

void name(reason& into, std::string_view term) {
    term = trimmed(term);
    if (std::find(alone.begin(), alone.end(), term) != alone.end()) {
        into.type = std::string(term);
        return;
    }
    if (is_tuple(term)) {
        auto const parts = elements_of(term);
        bool const is_known = parts.size() == 2 &&
                              std::find(with_value.begin(), with_value.end(), parts[0]) != with_value.end();
        bool const is_thrown = parts.size() == 2 && parts[0] == "nocatch";
        if (is_known || is_thrown) {
            into.type = is_thrown ? "throw" : std::string(parts[0]);
            into.message = bounded(trimmed(parts[1]));
            return;
        }
        // a sentence of init's own, "{'cannot get bootfile','day.boot'}", as its slogan shows it
        if (parts.size() == 2 && parts[0].starts_with('\'') && parts[0].find(' ') != std::string_view::npos) {
            into.type = "error";
            into.message = bounded(std::string(unquoted(parts[0])) + "," + std::string(unquoted(parts[1])));
            return;
        }
    }
    into.type = into.frames.empty() ? "exit" : "error";
    into.message = bounded(term);
}

}  // namespace

void term_gatherer::clear() noexcept {
    text_.clear();
    depth_ = 0;
    quote_ = 0;
}

void term_gatherer::add(std::string_view line) {
    line = trimmed(line);
    place_in_term at{depth_, quote_};
    for (std::size_t i = 0; i < line.size();)
        i += at.step(line, i);
    depth_ = at.depth;
    quote_ = at.quote;
    if (text_.size() < longest) text_.append(line.substr(0, longest - text_.size()));
}

std::vector<std::string_view> elements_of(std::string_view term) {
    std::vector<std::string_view> parts;
    if (term.empty() || (term.front() != '{' && term.front() != '[')) return parts;
    place_in_term at;
    std::size_t begin = 1;
    for (std::size_t i = 0; i < term.size() && parts.size() < most_elements;) {
        char const c = term[i];
        bool const was_plain = at.quote == 0;
        i += at.step(term, i);
        bool const is_end = was_plain && at.depth == 0;
        if (!is_end && !(was_plain && c == ',' && at.depth == 1)) continue;
        parts.push_back(trimmed(term.substr(begin, i - 1 - begin)));
        begin = i;
        if (is_end) return parts;
    }
    if (begin < term.size() && parts.size() < most_elements) parts.push_back(trimmed(term.substr(begin)));
    return parts;
}

std::vector<stack_frame> stack_of(std::string_view term) {
    std::vector<stack_frame> frames;
    if (!term.starts_with("[{")) return frames;
    bool has_place = false;
    for (std::string_view const part : elements_of(term)) {
        auto frame = frame_of(trimmed(part));
        // the last of a term that broke off
        if (!frame) break;
        has_place = has_place || !frame->file.empty();
        push_bounded(frames, std::move(*frame), most_frames - first_frames, most_frames);
    }
    if (has_place) std::erase_if(frames, [](stack_frame const& f) { return f.file.empty(); });
    return frames;
}

std::string_view first_term(std::string_view text) noexcept {
    place_in_term at;
    for (std::size_t i = 0; i < text.size();) {
        bool const may_end = at.quote == 0 && at.depth == 0;
        if (may_end && (text[i] == ',' || text[i] == '.')) return text.substr(0, i);
        i += at.step(text, i);
    }
    return text;
}

reason reason_of(std::string_view term) {
    reason found;
    for (int depth = 0; depth < most_nesting; ++depth) {
        auto const parts = elements_of(is_tuple(term) ? term : std::string_view());
        // the term broke off before its stack
        if (parts.size() == 1 && is_tuple(parts[0])) {
            term = parts[0];
            continue;
        }
        if (parts.size() != 2) break;
        if (auto frames = stack_of(parts[1]); !frames.empty()) {
            found.frames = std::move(frames);
            term = parts[0];
            // an error may be raised with what another was raised with
            auto const inner = elements_of(is_tuple(term) ? term : std::string_view());
            if (inner.size() == 2 && !stack_of(inner[1]).empty()) continue;
            break;
        }
        // of a call whose server died: "{Reason,{gen_server,call,[...]}}"
        bool const is_call = parts[1].starts_with("{gen_server,call,") ||
                             parts[1].starts_with("{gen_statem,call,") ||
                             parts[1].starts_with("{gen_event,") || parts[1].starts_with("{gen_fsm,");
        if (is_call && is_tuple(parts[0])) {
            term = parts[0];
        } else if (parts[0] == "'EXIT'") {
            term = parts[1];
        } else {
            break;
        }
    }
    name(found, term);
    return found;
}

}  // namespace task_agent::trace::erlang
