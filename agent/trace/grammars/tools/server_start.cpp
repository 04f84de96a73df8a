#include "task_agent/trace/grammars/tools/server_start.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr int most_lines = 32;
constexpr std::string_view of_varnish = "Message from VCC-compiler:";
constexpr std::string_view of_bouncer = "FATAL cannot load config file";
constexpr std::string_view of_lighttpd = "(configfile.c.";

struct words {
    std::string_view message;
    std::string_view file;
    int line = 0;
};

// "(configfile.c.1878) source: /etc/x.conf line: 4 pos: 17 no such option"
std::optional<words> parse_lighttpd(std::string_view text) noexcept {
    if (!take(text, of_lighttpd) || take_number(text) < 1 || !take(text, ") source: ")) return std::nullopt;
    std::size_t const at = text.find(" line: ");
    if (at == std::string_view::npos) return std::nullopt;
    words said{{}, text.substr(0, at)};
    text.remove_prefix(at + 7);
    said.line = take_number(text);
    if (said.line < 1 || !take(text, " pos: ") || take_number(text) < 0) return std::nullopt;
    said.message = trimmed(text);
    return said.message.empty() ? std::nullopt : std::optional(said);
}

// "('/etc/x.vcl' Line 5 Pos 13)"
std::optional<words> parse_vcl_place(std::string_view text) noexcept {
    if (!take(text, "('")) return std::nullopt;
    std::size_t const end = text.find("' Line ");
    if (end == std::string_view::npos) return std::nullopt;
    words said{{}, text.substr(0, end)};
    text.remove_prefix(end + 7);
    said.line = take_number(text);
    return said.line > 0 ? std::optional(said) : std::nullopt;
}

class server_start_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !report_.message.empty(); }
    bool conclude(found_trace& trace) override {
        if (report_.message.empty() || !report_.write_to(trace, {})) return false;
        block_.cut(trace);
        return true;
    }

private:
    enum class server { none, varnish, lighttpd, other };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_varnish(std::string_view line);
    void say(std::string_view message, std::string_view line);

    server who_ = server::none;
    native_report report_;
    block_bounds block_;
    int lines_ = 0;
};

void server_start_reader::say(std::string_view message, std::string_view line) {
    report_.type = "error";
    report_.message = bounded(trimmed(message));
    report_.cause_line = bounded(trimmed(line));
    report_.role = trace_role::notice;
}

verdict server_start_reader::first(std::string_view line) {
    if (line == "Error:") return verdict::continues;
    if (line == of_varnish) who_ = server::varnish;
    if (who_ != server::none) return verdict::continues;
    if (auto const said = parse_lighttpd(line)) {
        who_ = server::lighttpd;
        say(said->message, line);
        report_.add({bounded(said->file, longest_name), said->line, {}});
        return verdict::continues;
    }
    who_ = server::other;
    take(line, "ERROR ");
    say(line, line);
    return verdict::continues;
}

verdict server_start_reader::in_varnish(std::string_view line) {
    if (is_blank(line) || line.starts_with("Running VCC-compiler failed")) return verdict::ended_before;
    if (report_.message.empty()) say(line, line);
    auto const where = parse_vcl_place(line);
    if (where && report_.frames.empty()) report_.add({bounded(where->file, longest_name), where->line, {}});
    return verdict::continues;
}

verdict server_start_reader::read(std::string_view line) {
    if (++lines_ > most_lines || line.size() > longest_line) return verdict::ended_before;
    switch (who_) {
        case server::none:
            return first(line);
        case server::varnish:
            return in_varnish(line);
        case server::lighttpd:
            block_.end_here();
            return line.starts_with(of_lighttpd) ? verdict::continues : verdict::ended_before;
        case server::other:
            block_.end_here();
            return line == of_bouncer ? verdict::ends : verdict::ended_before;
    }
    return verdict::ended_before;
}

}  // namespace

std::optional<start_point> find_server_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        auto const above = context.back(1, column);
        if (parse_lighttpd(text)) return start_point{column, 0};
        if (text == of_varnish)
            return start_point{column, above && *above == "Error:" ? std::size_t{1} : std::size_t{0}};
        if (text == of_bouncer && above && above->starts_with("ERROR ")) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_server_start_grammar() {
    return std::make_unique<server_start_reader>();
}

}  // namespace task_agent::trace
