#include "task_agent/trace/grammars/dotnet/dotnet_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/prefix.hpp"

namespace task_agent::trace::dotnet {

using namespace reading;

namespace {

bool is_type(std::string_view type) noexcept {
    if (type.empty() || type.size() > longest_name || is_digit(type.front())) return false;
    // of a generic one "Shop.Error`1[System.Int32]"
    std::size_t const tick = type.find('`');
    if (std::size_t const open = type.find('['); open != std::string_view::npos) {
        if (tick > open || !type.ends_with(']')) return false;
        type = type.substr(0, open);
    }
    return std::all_of(type.begin(), type.end(),
                       [](char c) { return is_name(c) || c == '.' || c == '+' || c == '`'; });
}

// " (0x80004005)", " (111)": the number that the system gave
std::string_view without_code(std::string_view type) noexcept {
    std::size_t const open = type.rfind(" (");
    if (open == std::string_view::npos || !type.ends_with(')')) return type;
    std::string_view code = type.substr(open + 2, type.size() - open - 3);
    take(code, "0x") || take(code, "-");
    bool const is_code =
        !code.empty() && code.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
    return is_code ? type.substr(0, open) : type;
}

}  // namespace

std::optional<named> split_type(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    std::string_view const type = without_code(text.substr(0, std::min(colon, text.size())));
    if (!is_type(type)) return std::nullopt;
    return named{type, colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 2)};
}

bool is_frame(std::string_view line) noexcept {
    return line.starts_with("  at ") || line.starts_with("   at ");
}

bool is_logged_frame(std::string_view line) noexcept {
    std::string_view const text = trimmed(line);
    if (!line.starts_with("  ") || !text.starts_with("at ")) return false;
    if (text.find(":line ") != std::string_view::npos || text.find(" [0x") != std::string_view::npos)
        return true;
    // "   at Shop.Sell(String item)" of a program without its debug information
    std::string_view const call = text.substr(3);
    std::size_t const open = call.find('(');
    return line.starts_with("   at ") && text.ends_with(')') && open != std::string_view::npos &&
           call.substr(0, open).find('.') != std::string_view::npos &&
           call.substr(0, open).find_first_of(" :/") == std::string_view::npos;
}

std::optional<named> find_type(std::string_view line) noexcept {
    for (std::size_t from = 0; from < line.size() && from < longest_name;) {
        auto const found = split_type(line.substr(from));
        if (found && found->type.size() > 9 && found->type.ends_with("Exception")) return found;
        // NLog puts '|' between the parts of a record
        std::size_t const space = line.find_first_of(" |", from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

std::optional<named> find_own_type(std::string_view line) noexcept {
    constexpr std::string_view end = "Error";
    auto const found = split_type(line);
    bool const is_own = found && found->type.size() > end.size() && found->type.ends_with(end);
    return is_own && !found->message.empty() ? found : std::nullopt;
}

bool is_of_runtime(std::string_view line) noexcept {
    return line.starts_with(fail_fast) || line == overflow || line.starts_with(mono_fail_fast) ||
           line.starts_with("It was not possible to find any compatible framework version") ||
           line.starts_with("You must install or update .NET") || line.starts_with("Cannot open assembly '");
}

bool is_record_head(std::string_view line) noexcept {
    return (line.starts_with("fail: ") || line.starts_with("crit: ")) && line.ends_with(']');
}

std::optional<std::string_view> error_record(std::string_view line) noexcept {
    for (std::string_view const lead :
         {"ERROR ", "ERROR: ", "Error: ", "error: ", "FATAL ", "FATAL: ", "Fatal: ", "fatal: "})
        if (std::string_view text = line; take(text, lead)) return trimmed(text);
    line_pieces const prefix = find_prefix(line);
    if (prefix.level == log_level::none || prefix.level < log_level::error) return std::nullopt;
    return trimmed(line.substr(prefix.end()));
}

placed_call parse_frame(std::string_view text) noexcept {
    text.remove_prefix(3);
    std::size_t const in = text.rfind(" in ");
    placed_call found{text.substr(0, in), {}, 0};
    if (in != std::string_view::npos) {
        std::string_view const where = text.substr(in + 4);
        std::size_t const colon = where.rfind(':');
        std::string_view digits =
            colon == std::string_view::npos ? std::string_view{} : where.substr(colon + 1);
        take(digits, "line ");
        found.line = std::max(0, take_number(digits));
        found.file = where.substr(0, colon);
        if (found.file.starts_with('<')) found.file = {};
    }
    found.function = found.function.substr(0, found.function.rfind(" [0x"));
    return found;
}

}  // namespace task_agent::trace::dotnet
