#include "task_agent/trace/grammars/tools/tool_words.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr int most_lines = 4096;  // one for each record of what jq read
constexpr int most_quoted = 8;    // of jq's own program
constexpr int most_classes = 100;

enum class tool { jq, sqlite, psql, mysql, unpacker, gdal, poppler, cdo };

struct words {
    tool who;
    std::string_view message;
    std::string_view file = {};
    int line = 0;
};

// "jq: error (at <stdin>:3): no numbers", "jq: error: x is not defined at <top-level>, line 1:"
std::optional<words> parse_jq(std::string_view text) noexcept {
    // of what it reads, older ones without a name: "jq: parse error: no number at line 3, column 7"
    std::string_view rest = text;
    take(rest, "jq: ");
    if (take(rest, "parse error: ")) {
        std::size_t const column = rest.rfind(", column ");
        bool const is_placed = column != std::string_view::npos && rest.find(" at line ") < column &&
                               number_of(rest.substr(column + 9)) >= 0 && is_digit(rest.back());
        return is_placed ? std::optional(words{tool::jq, rest}) : std::nullopt;
    }
    if (!take(text, "jq: error")) return std::nullopt;
    if (take(text, " (at ")) {
        std::size_t const close = text.find("): ");
        if (close == std::string_view::npos) return std::nullopt;
        return words{tool::jq, text.substr(close + 3)};
    }
    return take(text, ": ") ? std::optional(words{tool::jq, text}) : std::nullopt;
}

// "Runtime error near line 5: x", older ones "Error: near line 5: x"
std::optional<words> parse_sqlite(std::string_view text) noexcept {
    bool const is_placed = take(text, "Runtime error near line ") || take(text, "Parse error near line ") ||
                           take(text, "Error: near line ");
    if (is_placed) {
        if (take_number(text) < 1 || !take(text, ": ")) return std::nullopt;
        return words{tool::sqlite, text};
    }
    bool const is_step =
        take(text, "Error: ") && (text.starts_with("in prepare, ") || text.starts_with("stepping, "));
    return is_step ? std::optional(words{tool::sqlite, text}) : std::nullopt;
}

// "psql:load.sql:3: ERROR:  no such table", "psql: error: no server", "pg_dump: error: no server"
std::optional<words> parse_psql(std::string_view text) noexcept {
    if (take(text, "psql:") && !text.starts_with(' ')) {
        std::size_t const colon = text.find(':');
        words said{tool::psql, text.substr(std::min(colon, text.size())), text.substr(0, colon)};
        if (!take(said.message, ":") || (said.line = take_number(said.message)) < 1) return std::nullopt;
        for (std::string_view const level : {": ERROR:  ", ": FATAL:  ", ": error: ", ": PANIC:  "})
            if (take(said.message, level)) return said;
        return std::nullopt;
    }
    for (std::string_view const name :
         {"pg_dump:", "pg_restore:", "pg_dumpall:", "pg_basebackup:", "createdb:", "dropdb:", "vacuumdb:"})
        if (take(text, name)) break;
    return take(text, " error: ") ? std::optional(words{tool::psql, text}) : std::nullopt;
}

// "ERROR 1064 (42000) at line 1: x", "ERROR 2002 (HY000): x"
std::optional<words> parse_mysql(std::string_view text) noexcept {
    if (!take(text, "ERROR ") || take_number(text) < 1 || !take(text, " (")) return std::nullopt;
    std::size_t const close = text.find(')');
    if (close != 5) return std::nullopt;
    text.remove_prefix(close + 1);
    if (take(text, " at line ") && take_number(text) < 1) return std::nullopt;
    return take(text, ": ") ? std::optional(words{tool::mysql, text}) : std::nullopt;
}

std::optional<words> parse_unpacker(std::string_view text) noexcept {
    // where it reads from is part of what it says
    bool const is_one =
        text.starts_with("gzip: stdin: ") || text.starts_with("bzip2: ") || text.starts_with("xz: (stdin): ");
    return is_one ? std::optional(words{tool::unpacker, text.substr(text.find(": ") + 2)}) : std::nullopt;
}

// "ERROR 4: a.tif: no such file": the number is one of GDAL's few classes of errors.
std::optional<words> parse_gdal(std::string_view text) noexcept {
    if (!take(text, "ERROR ")) return std::nullopt;
    int const number = take_number(text);
    bool const is_one = number > 0 && number < most_classes && take(text, ": ");
    return is_one ? std::optional(words{tool::gdal, text}) : std::nullopt;
}

// "Syntax Error: Couldn't read xref table", "Syntax Error (1234): no end": of a file, so that it has a place
// in it, or is one that cannot be read at all.
std::optional<words> parse_poppler(std::string_view text) noexcept {
    if (take(text, "Syntax Error (")) {
        bool const is_placed = take_number(text) >= 0 && take(text, "): ");
        return is_placed ? std::optional(words{tool::poppler, text}) : std::nullopt;
    }
    if (take(text, "Command Line Error: ")) return words{tool::poppler, text};
    if (take(text, "I/O Error: ") && text.starts_with("Couldn't open file '"))
        return words{tool::poppler, text};
    if (!take(text, "Syntax Error: ")) return std::nullopt;
    for (std::string_view const start : {"Couldn't ", "May not be a PDF file", "Document stream is empty",
                                         "Catalog object ", "Top-level pages object ", "Page count "})
        if (text.starts_with(start)) return words{tool::poppler, text};
    return std::nullopt;
}

// "cdo    sub (Abort): no grid"
std::optional<words> parse_cdo(std::string_view text) noexcept {
    constexpr std::string_view mark = " (Abort): ";
    if (!take(text, "cdo ")) return std::nullopt;
    std::size_t const at = text.find(mark);
    return at < longest_name ? std::optional(words{tool::cdo, text.substr(at + mark.size())}) : std::nullopt;
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    for (auto const read : {parse_jq, parse_sqlite, parse_psql, parse_mysql, parse_unpacker, parse_gdal,
                            parse_poppler, parse_cdo}) {
        auto const said = read(text);
        if (said && !trimmed(said->message).empty()) return said;
    }
    return std::nullopt;
}

// What the clients of databases print of the statements behind one that failed, where they were not told to
// stop: "INSERT 0 1", "(3 rows)" of psql, "--------------" and "Warning (Code 1265): x" of mysql -v.
bool is_next_statement(std::string_view line, tool who) noexcept {
    if (who == tool::mysql)
        return line.starts_with("Warning (Code ") || line.starts_with("Note (Code ") ||
               line == "--------------" || parse_mysql(line);
    if (line.starts_with('(') && (line.ends_with(" rows)") || line == "(1 row)")) return true;
    for (std::string_view const tag : {"INSERT 0 ", "UPDATE ", "DELETE ", "COPY ", "SELECT "}) {
        std::string_view rest = line;
        if (take(rest, tag)) return !rest.empty() && digits_in(rest) == rest.size();
    }
    for (std::string_view const tag : {"CREATE TABLE", "CREATE INDEX", "ALTER TABLE", "DROP TABLE", "GRANT"})
        if (line == tag) return true;
    return parse_psql(line).has_value();
}

class tool_words_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !is_half_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict more(std::string_view line);
    verdict statement(std::string_view line);

    native_report report_;
    block_bounds block_;
    tool who_ = tool::jq;
    bool in_first_ = true;  // of several of one tool
    bool is_half_ = false;  // what unpacks says so, tar must as well
    bool went_on_ = false;  // with the next statement
    int lines_ = 0;
    int quoted_ = 0;
};

verdict tool_words_reader::more(std::string_view line) {
    switch (who_) {
        case tool::jq:
            if (line.starts_with("jq: ")) {
                in_first_ = in_first_ && !parse_jq(line);
                quoted_ = most_quoted;
                return verdict::continues;
            }
            // the program that it could not read
            if (report_.message.ends_with(':') && ++quoted_ <= most_quoted) return verdict::continues;
            return verdict::ended_before;
        case tool::psql:
            for (std::string_view const lead :
                 {"LINE ", "DETAIL:  ", "HINT:  ", "CONTEXT:  ", "QUERY:  ", "\t"})
                if (line.starts_with(lead)) return verdict::continues;
            // "pg_dump: detail: x", and of pg_restore the statement
            if (std::size_t const colon = line.find(": "); colon < line.find(' ')) {
                std::string_view const rest = line.substr(colon);
                if (rest.starts_with(": detail: ") || rest.starts_with(": hint: ")) return verdict::continues;
            }
            if (line.starts_with("Command was: ")) return verdict::continues;
            // what follows from the first
            if (line.find("ERROR:  current transaction is aborted") < longest_name) return verdict::continues;
            [[fallthrough]];
        case tool::sqlite:
            if (line.starts_with("  ") && !is_blank(line)) return verdict::continues;
            if (who_ == tool::sqlite) return verdict::ended_before;
            return statement(line);
        case tool::mysql:
            return statement(line);
        case tool::unpacker:
            if (line.starts_with("tar: ")) {
                is_half_ = false;
                return verdict::continues;
            }
            if (is_half_ && is_blank(line)) return verdict::continues;
            return is_half_ ? verdict::no_trace : verdict::ended_before;
        case tool::gdal:
        case tool::poppler: {
            // what follows from the first
            auto const next = parse(line);
            in_first_ = false;
            return next && next->who == who_ ? verdict::continues : verdict::ended_before;
        }
        case tool::cdo:
            break;
    }
    return verdict::ended_before;
}

verdict tool_words_reader::statement(std::string_view line) {
    if (!is_next_statement(line, who_)) return went_on_ ? verdict::not_mine : verdict::ended_before;
    went_on_ = true;
    // a further error is no trace of its own
    return parse(line) ? verdict::continues : verdict::not_mine;
}

verdict tool_words_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    return block_.note(line, answer, in_first_);
}

verdict tool_words_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (!report_.type.empty()) return more(line);
    auto const said = parse(line);
    if (!said) return verdict::no_trace;
    who_ = said->who;
    is_half_ = who_ == tool::unpacker;
    // also of programs that use it as a library
    report_.type = who_ == tool::gdal ? "error" : "command failed";
    report_.message = bounded(trimmed(said->message));
    report_.cause_line = bounded(trimmed(line));
    report_.role = trace_role::notice;
    if (said->line > 0) report_.add({bounded(said->file), said->line, {}});
    return verdict::continues;
}

bool tool_words_reader::conclude(found_trace& trace) {
    if (went_on_) trace.handled = handling::survived;
    // one shows what it can of a broken file, the other tries what else it has
    trace.is_guess = who_ == tool::poppler || who_ == tool::gdal;
    block_.cut(trace);
    return !is_half_ && report_.write_to(trace, "shell");
}

}  // namespace

std::optional<start_point> find_tool_words_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_tool_words_grammar() {
    return std::make_unique<tool_words_reader>();
}

}  // namespace task_agent::trace
