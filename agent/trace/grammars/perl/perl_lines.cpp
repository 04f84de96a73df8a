#include "task_agent/trace/grammars/perl/perl_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::perl {

using namespace reading;

namespace {

constexpr std::string_view before_number = " line ";
constexpr std::size_t longest_file = 128;

bool is_eval(std::string_view file) noexcept {
    return take(file, "(eval ") && take_number(file) >= 0 && file == ")";
}

bool has_ending(std::string_view file) noexcept {
    for (std::string_view const end : {".pl", ".pm", ".t", ".PL", ".cgi", ".psgi", ".plx", ".perl"})
        if (file.ends_with(end)) return true;
    return false;
}

bool is_script(std::string_view file) noexcept {
    if (file == "-e" || file == "-" || is_eval(file)) return true;
    if (file.empty() || file.find_first_of(" \t\"'(") != std::string_view::npos) return false;
    // of a program that was installed and is named without its folder: no plain word
    if (file.find_first_of("/.") == std::string_view::npos)
        return file.find_first_of("-_") != std::string_view::npos;
    if (has_ending(file)) return true;
    // a program that was installed has no ending
    std::size_t const slash = file.rfind('/');
    return slash != std::string_view::npos && slash + 1 < file.size() &&
           file.find('.', slash) == std::string_view::npos;
}

// "Attribute (x) is required at constructor Shop::new (defined at shop.pl line 5) line 9.": the place of the
// definition names the file.
std::string_view file_of_definition(std::string_view file) noexcept {
    constexpr std::string_view mark = "(defined at ";
    std::size_t const at = file.find(mark);
    if (at == std::string_view::npos) return file;
    file.remove_prefix(at + mark.size());
    return file.substr(0, file.find(before_number));
}

constexpr std::array<std::string_view, 9> compilers_words = {
    "syntax error",        "Global symbol ",   "Can't locate ",
    "Bareword ",           "Missing right ",   "Unmatched right ",
    "Compilation failed ", "Can't redeclare ", "Can't find string terminator "};

// autodie, POSIX, Type::Tiny and DBIx::Class end their texts without a stop.
bool may_lack_stop(std::string_view line) noexcept {
    return line.find("Can't ") != std::string_view::npos || line.find(said_dbi) != std::string_view::npos ||
           line.find(" is not a valid ") != std::string_view::npos ||
           line.find(" did not pass type constraint ") != std::string_view::npos;
}

}  // namespace

namespace {

// "Shop::Error: no nut at ...": an exception class writes its own text
bool names_class(std::string_view line) noexcept {
    std::string_view const name = line.substr(0, line.find(": "));
    return class_of(line).size() == name.size() && name.find("::") != std::string_view::npos;
}

// "... at /app/x.pl line 3": who ends the text without a stop names the file as perl does
bool names_path(std::string_view line) noexcept {
    std::size_t const in = line.rfind(" at ");
    return in != std::string_view::npos && line.find('/', in) != std::string_view::npos;
}

std::optional<died_line> parse_place(std::string_view line, bool is_last) noexcept {
    for (std::size_t at = line.find(before_number); at != std::string_view::npos;
         at = line.find(before_number, at + 1)) {
        std::string_view rest = line.substr(at + before_number.size());
        int const number = take_number(rest);
        bool const lacks_stop =
            rest.empty() && (may_lack_stop(line) || ((is_last || names_class(line)) && names_path(line)));
        bool const ends = rest == "." || lacks_stop || (rest.starts_with(", <") && rest.ends_with('.')) ||
                          rest.starts_with(", near \"") || rest == ", at EOF" || rest == ", at end of line";
        if (number < 0 || !ends) continue;
        std::size_t in = line.rfind(" at ", at);
        if (in == std::string_view::npos) continue;
        if (line.substr(0, in).ends_with("(defined")) in = line.substr(0, in).rfind(" at ");
        if (in == 0 || in == std::string_view::npos) continue;
        std::string_view const file = file_of_definition(line.substr(in + 4, at - in - 4));
        bool const is_any = is_last && file.size() <= longest_file && has_ending(file) &&
                            file.find_first_of("\"'<>") == std::string_view::npos;
        if (is_any || is_script(file)) return died_line{line.substr(0, in), file, number};
    }
    return std::nullopt;
}

}  // namespace

std::optional<died_line> parse_died(std::string_view line) noexcept {
    return parse_place(line, false);
}

std::optional<died_line> parse_last(std::string_view line) noexcept {
    auto const died = parse_place(line, true);
    bool const is_cleanup = died && died->message.find("(in cleanup) ") != std::string_view::npos;
    bool const is_comment = died && died->message.find_first_of("#=*\t") == 0;
    return is_cleanup || is_comment || (died && is_mild(died->message)) ? std::nullopt : died;
}

std::optional<died_line> parse_unstopped(std::string_view line) noexcept {
    std::size_t const in = line.rfind(" at ");
    if (in == std::string_view::npos || in == 0 || line.ends_with('.')) return std::nullopt;
    auto place = parse_at(line.substr(in + 1));
    if (place) place->message = line.substr(0, in);
    return place;
}

std::optional<died_line> parse_at(std::string_view text) noexcept {
    // of what was read last
    if (std::size_t const handle = text.find(", <"); handle != std::string_view::npos && text.ends_with('.'))
        text = text.substr(0, handle);
    std::size_t const number = text.rfind(before_number);
    if (number == std::string_view::npos || !take(text, "at ")) return std::nullopt;
    std::string_view const file = text.substr(0, number - 3);
    text.remove_prefix(number - 3 + before_number.size());
    int const line = take_number(text);
    if (line < 0 || (text != "." && !text.empty()) || !is_script(file)) return std::nullopt;
    return died_line{{}, file, line};
}

std::optional<died_line> parse_logged(std::string_view line) noexcept {
    std::size_t const number = line.rfind(before_number);
    std::size_t const in = line.rfind(" at ", number);
    if (number == std::string_view::npos || in == std::string_view::npos || in == 0) return std::nullopt;
    std::string_view rest = line.substr(number + before_number.size());
    int const at = take_number(rest);
    std::string_view const file = line.substr(in + 4, number - in - 4);
    if (at < 1 || !(rest.empty() || rest == ".") || !is_script(file)) return std::nullopt;
    return died_line{line.substr(0, in), file, at};
}

bool may_end_a_program(std::string_view message) noexcept {
    // a comment, a test's diagnostics, a bulleted list, a trace's own frames
    return message.find_first_of("#=* \t") != 0 && !is_warning(message) && !is_mild(message);
}

bool is_of_compiler(std::string_view message) noexcept {
    return std::any_of(compilers_words.begin(), compilers_words.end(),
                       [&](std::string_view start) { return message.starts_with(start); }) ||
           message.find(" found where operator expected") != std::string_view::npos;
}

bool is_aborted(std::string_view line) noexcept {
    return (line.starts_with("Execution of ") && line.ends_with(" aborted due to compilation errors.")) ||
           line.starts_with("BEGIN failed--compilation aborted at ") ||
           line == "BEGIN failed--compilation aborted." ||
           line.starts_with("Compilation failed in require at ") ||
           line.ends_with(" had compilation errors.") || line.ends_with(" has too many errors.") ||
           line.ends_with(" had too many errors.");
}

std::string_view class_of(std::string_view message) noexcept {
    std::size_t n = 0;
    while (n < message.size() && (is_name(message[n]) || message[n] == ':'))
        ++n;
    if (n < 2 || !is_upper(message.front()) || message[n - 1] != ':' || message.substr(n, 1) != " ")
        return {};
    std::string_view const name = message.substr(0, n - 1);
    // words of programs, not of classes
    bool is_plain = false;
    for (std::string_view const word :
         {"Error", "Fatal", "Usage", "Failed", "Unhandled", "Uncaught", "Caught"})
        is_plain = is_plain || name == word;
    bool const is_loud = std::all_of(name.begin(), name.end(), is_upper);
    // "Shop::sell" is a function
    bool const is_function = !is_upper(name[name.find_last_of(':') + 1]);  // npos + 1 = 0
    return is_plain || is_loud || is_function ? std::string_view{} : name;
}

bool is_raised_again(std::string_view line) noexcept {
    return line.starts_with("\t...propagated at ") || line.starts_with("\t...caught at ");
}

bool is_missing_module(std::string_view line) noexcept {
    return line.starts_with("Can't locate ") && line.ends_with(").") &&
           line.find(" in @INC (") != std::string_view::npos;
}

bool is_not_exported(std::string_view line) noexcept {
    return line.starts_with('"') && line.ends_with(" module") &&
           line.find("\" is not exported by the ") != std::string_view::npos;
}

bool is_bare_reference(std::string_view line) noexcept {
    return (line.starts_with("HASH(0x") || line.starts_with("ARRAY(0x") || line.starts_with("CODE(0x")) &&
           line.find_first_not_of("0123456789abcdef", line.find('x') + 1) == line.size() - 1 &&
           line.ends_with(')');
}

std::string_view bare_object(std::string_view line) noexcept {
    std::size_t const equals = line.find('=');
    if (equals == std::string_view::npos || equals == 0 || !line.ends_with(')')) return {};
    std::string_view const name = line.substr(0, equals);
    bool const is_class = is_upper(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
                              return is_name(c) || c == ':';
                          });
    if (!is_class) return {};
    std::string_view rest = line.substr(equals + 1, line.size() - equals - 2);
    for (std::string_view const kind : {"HASH", "ARRAY", "SCALAR", "CODE", "REF", "GLOB"}) {
        if (!take(rest, kind)) continue;
        bool const is_address =
            take(rest, "(0x") && rest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
        return is_address ? name : std::string_view{};
    }
    return {};
}

std::optional<caller> parse_caller(std::string_view line) noexcept {
    bool const has_tab = take(line, "\t");
    constexpr std::string_view called = " called at ";
    constexpr std::string_view plain = " at ";
    std::size_t at = line.rfind(called);
    std::size_t length = called.size();
    if (at == std::string_view::npos) {
        at = line.rfind(plain);
        length = plain.size();
        // of Devel::StackTrace: a function's full name and nothing else
        std::string_view const name = line.substr(0, at);
        bool const is_function = at != std::string_view::npos && name.find("::") != std::string_view::npos &&
                                 name.substr(0, name.find('(')).find(' ') == std::string_view::npos;
        if (!is_function) return std::nullopt;
    } else if (!has_tab && line.substr(0, at).find("::") == std::string_view::npos &&
               !line.starts_with("eval {...}") && !line.starts_with("require ")) {
        return std::nullopt;
    }
    std::string_view const where = line.substr(at + length);
    std::size_t const number = where.rfind(before_number);
    if (number == std::string_view::npos) return std::nullopt;
    std::string_view digits = where.substr(number + before_number.size());
    std::string_view const function = line.substr(0, at);
    return caller{where.substr(0, number), std::max(0, take_number(digits)),
                  function.substr(0, function.find('('))};
}

}  // namespace task_agent::trace::perl
