#include "task_agent/trace/grammars/tools/data_tools.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/lua/lua_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view alert = "[ALERT] ";  // of haproxy

struct words {
    std::string_view type;
    std::string_view message;
    std::string_view file = {};
    int line = 0;
    std::string_view function = {};
    bool wants_message = false;  // which stands in the next line
    std::string_view language = "cpp";
};

constexpr std::string_view xml_message = "  Message: ";
constexpr int most_behind = 12;  // a certificate may be checked again

std::optional<words> parse_htslib(std::string_view text) noexcept {
    if (!take(text, "[E::")) return std::nullopt;
    std::size_t const close = text.find("] ");
    if (close == std::string_view::npos || close > longest_name) return std::nullopt;
    return words{"error", text.substr(close + 2)};
}

std::optional<words> parse_openssl(std::string_view text) noexcept {
    if (!take(text, "error ") || take_number(text) < 1 || !take(text, " at ") || take_number(text) < 0)
        return std::nullopt;
    return take(text, " depth lookup: ") || take(text, " depth lookup:")
               ? std::optional(words{"command failed", text})
               : std::nullopt;
}

std::optional<words> parse_gsl(std::string_view text) noexcept {
    if (!take(text, "gsl: ")) return std::nullopt;
    std::size_t const colon = text.find(':');
    words said{"error", text.substr(std::min(colon, text.size())), text.substr(0, colon)};
    if (!take(said.message, ":") || (said.line = take_number(said.message)) < 1 ||
        !take(said.message, ": ERROR: "))
        return std::nullopt;
    return said;
}

// "identify-im6.q16: no such image `a.png' @ error/a.c/ReadA/41."
std::optional<words> parse_magick(std::string_view text) noexcept {
    // asked of every line that speaks of an error: the end is looked at first
    if (!text.ends_with('.')) return std::nullopt;
    std::size_t const colon = text.find(": ");
    std::size_t const at = text.rfind(" @ ");
    if (at == std::string_view::npos || colon >= at || text.find(' ') < colon) return std::nullopt;
    std::string_view place = text.substr(at + 3, text.size() - at - 4);
    if (!take(place, "error/") && !take(place, "fatal/")) return std::nullopt;
    std::size_t const slash = place.find('/');
    std::size_t const last = place.rfind('/');
    if (slash == last || slash == std::string_view::npos) return std::nullopt;
    int const line = number_of(place.substr(last + 1));
    if (line < 1) return std::nullopt;
    return words{"error", text.substr(colon + 2, at - colon - 2), place.substr(0, slash), line,
                 place.substr(slash + 1, last - slash - 1)};
}

// "[emerg] 12#12: *3 unknown directive "x" in x.conf:9": the numbers are those of processes and connections.
std::optional<words> parse_nginx(std::string_view text) noexcept {
    take(text, "nginx: ");
    if (!take(text, "[emerg] ")) return std::nullopt;
    std::string_view rest = text;
    if (take_number(rest) >= 0 && take(rest, "#") && take_number(rest) >= 0 && take(rest, ": ")) {
        text = rest;
        if (take(rest, "*") && take_number(rest) >= 0 && take(rest, " ")) text = rest;
    }
    return words{"error", text};
}

// "[ALERT]    (123) : config : parsing [/etc/x.cfg:9] : unknown keyword 'nut'", of older ones
// "[ALERT] 330/120209 (123) : parsing ..."
std::optional<words> parse_haproxy(std::string_view text) noexcept {
    if (!take(text, alert)) return std::nullopt;
    std::size_t const close = text.find(") : ");
    if (close > longest_name || text.find('(') > close) return std::nullopt;
    text.remove_prefix(close + 4);
    take(text, "config : ");
    words said{"error", text};
    if (std::string_view rest = text; take(rest, "parsing [")) {
        std::size_t const end = rest.find(']');
        std::size_t const colon = rest.substr(0, std::min(end, rest.size())).rfind(':');
        if (colon == std::string_view::npos) return said;
        said.file = rest.substr(0, colon);
        said.line = number_of(rest.substr(colon + 1, end - colon - 1));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (said.line > 0 && take(rest, " : ")) said.message = rest;
    }
    // of a script that it loads
    if (std::string_view rest = said.message; take(rest, "Lua runtime error: ")) {
        auto const where = lua::find_place(rest);
        if (where) {
            said = words{"error", trimmed(where->rest), where->file, where->line};
            said.language = "lua";
            return said;
        }
    }
    return said;
}

// "AH00526: Syntax error on line 9 of /etc/x.conf:"
std::optional<words> parse_apache(std::string_view text) noexcept {
    if (!take(text, "AH") || digits_in(text) != 5) return std::nullopt;
    text.remove_prefix(5);
    if (!take(text, ": Syntax error on line ")) return std::nullopt;
    words said{"error", {}};
    said.line = take_number(text);
    if (said.line < 1 || !take(text, " of ") || !text.ends_with(':')) return std::nullopt;
    said.file = text.substr(0, text.size() - 1);
    said.wants_message = true;
    return said;
}

// "mariadbd: Can't change dir to '/x/' (Errcode: 2 "No such file or directory")"
std::optional<words> parse_mysql_server(std::string_view text) noexcept {
    if (!text.ends_with("\")")) return std::nullopt;
    std::size_t const colon = text.find(": ");
    std::size_t const at = text.find(" (Errcode: ");
    if (at == std::string_view::npos || colon >= at || text.find(' ') < colon) return std::nullopt;
    return words{"error", text.substr(colon + 2)};
}

// "Fatal Error at file /app/a.xml, line 3, char 4"
std::optional<words> parse_xerces(std::string_view text) noexcept {
    if (!take(text, "Fatal Error at file ")) return std::nullopt;
    std::size_t const comma = text.find(", line ");
    if (comma == std::string_view::npos) return std::nullopt;
    words said{"error", {}, text.substr(0, comma)};
    text.remove_prefix(comma + 7);
    said.line = take_number(text);
    said.wants_message = true;
    return said.line > 0 && text.starts_with(", char ") ? std::optional(said) : std::nullopt;
}

std::optional<words> parse(std::string_view text) noexcept {
    for (auto const read : {parse_htslib, parse_openssl, parse_gsl, parse_magick, parse_nginx, parse_haproxy,
                            parse_apache, parse_mysql_server, parse_xerces}) {
        auto const said = read(text);
        if (said && (said->wants_message || !is_blank(said->message))) return said;
    }
    return std::nullopt;
}

// What the same tool says below it.
bool is_more(std::string_view line) noexcept {
    return line.starts_with("[E::") || line.starts_with("[W::") || line.starts_with("nginx: [emerg] ") ||
           (line.starts_with("samtools ") && line.ends_with(". Aborting")) || line.starts_with(alert) ||
           parse_magick(line);
}

// "error a.pem: verification failed": which file.
std::string_view file_not_verified(std::string_view line) noexcept {
    constexpr std::string_view end = ": verification failed";
    if (!take(line, "error ") || !line.ends_with(end)) return {};
    line.remove_suffix(end.size());
    return line;
}

class data_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        bool const is_first = report_.type.empty();
        verdict const answer = read(line);
        // the first alert tells, others follow from it; nginx tries to bind more than once
        bool const is_next = line.starts_with(alert) || line.starts_with("nginx: ");
        return block_.note(line, answer, is_first || !is_next);
    }
    bool is_complete() const noexcept override { return !wants_message_; }
    bool conclude(found_trace& trace) override {
        if (wants_message_) return false;
        block_.cut(trace);
        if (is_got_over_) trace.handled = handling::survived;
        trace.is_often_survived = true;
        return report_.write_to(trace, language_);
    }

private:
    verdict read(std::string_view line);
    verdict more(std::string_view line);

    block_bounds block_;
    native_report report_;
    std::string file_;  // that OpenSSL could not verify
    std::string_view language_;
    bool is_got_over_ = false;
    bool wants_message_ = false;
    bool is_of_xml_ = false;
    int behind_ = 0;
};

verdict data_tools_reader::read(std::string_view line) {
    if (!report_.type.empty()) return more(line);
    auto const said = parse(line);
    if (!said) return verdict::no_trace;
    report_.type = std::string(said->type);
    report_.message = bounded(trimmed(said->message));
    report_.cause_line = bounded(trimmed(line));
    report_.role = trace_role::notice;
    wants_message_ = said->wants_message;
    language_ = said->language;
    is_of_xml_ = line.starts_with("Fatal Error at file ");
    if (said->line > 0) report_.add({bounded(said->file), said->line, bounded(said->function)});
    return verdict::continues;
}

verdict data_tools_reader::more(std::string_view line) {
    if (wants_message_) {
        if (is_of_xml_ && !take(line, xml_message)) return verdict::no_trace;
        if (is_blank(line)) return verdict::no_trace;
        report_.message = bounded(trimmed(line));
        report_.cause_line += " " + report_.message;
        wants_message_ = false;
        return verdict::ends;
    }
    if (std::string_view const file = file_not_verified(line); !file.empty() && file_.empty()) {
        file_ = bounded(file, longest_name);
        return verdict::continues;
    }
    if (is_more(line)) return verdict::continues;
    if (file_.empty() || ++behind_ > most_behind) return verdict::ended_before;
    // with other certificates to trust
    is_got_over_ = is_got_over_ || line == file_ + ": OK";
    return verdict::not_mine;
}

}  // namespace

std::optional<start_point> find_data_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_data_tools_grammar() {
    return std::make_unique<data_tools_reader>();
}

}  // namespace task_agent::trace
