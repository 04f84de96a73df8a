// How loud a record says it is.
#include "prefix_pieces.hpp"
#include <algorithm>
#include <array>

namespace task_agent::trace {

using namespace prefix;

namespace {

// Of Serilog, between brackets only.
log_level short_level_of(std::string_view word) noexcept {
    if (word == "DBG" || word == "VRB") return log_level::debug;
    if (word == "INF") return log_level::info;
    if (word == "WRN") return log_level::warning;
    return word == "FTL" ? log_level::error : log_level::none;
}

}  // namespace

log_level level_of(std::string_view word) noexcept {
    struct entry {
        std::string_view word;
        log_level level;
    };
    static constexpr std::array entries = {
        entry{"debug", log_level::debug},  entry{"trace", log_level::debug},
        entry{"info", log_level::info},    entry{"notice", log_level::info},
        entry{"warn", log_level::warning}, entry{"warning", log_level::warning},
        entry{"error", log_level::error},  entry{"err", log_level::error},
        entry{"fatal", log_level::error},  entry{"critical", log_level::error},
        entry{"severe", log_level::error}, entry{"crit", log_level::error},
        entry{"emerg", log_level::error},  entry{"exception", log_level::none}};
    if (word.size() < 3 || word.size() > 8) return log_level::none;
    auto const lower = [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; };
    // most words begin otherwise
    if (std::string_view("dtinwefcs").find(lower(word[0])) == std::string_view::npos) return log_level::none;
    for (entry const& e : entries) {
        if (e.word.size() == word.size() && std::equal(word.begin(), word.end(), e.word.begin(),
                                                       [&](char a, char b) { return lower(a) == b; }))
            return e.level;
    }
    return log_level::none;
}

prefix::level_piece prefix::find_level(std::string_view text, bool is_first) noexcept {
    bracketed const b = bracket_of(text);
    std::string_view const inner = text.substr(b.open);
    std::size_t blanks = 0;
    if (b.close != 0) blanks = blanks_in(inner);
    std::size_t const word = run_of(inner.substr(blanks), is_letter);
    log_level level = level_of(inner.substr(blanks, word));
    if (level == log_level::none && b.close != 0) level = short_level_of(inner.substr(blanks, word));
    if (level == log_level::none) return {};
    std::size_t n = b.open + blanks + word;
    if (b.close != 0) {
        while (n < text.size() && text[n] == ' ')
            ++n;
        return n < text.size() && text[n] == b.close ? level_piece{n + 1, level} : level_piece{};
    }
    if (n == text.size() || is_word(text[n])) return {};
    // "Error: x" and "error: x" are what runtimes and compilers print; a logger's level stands in capitals
    bool const is_capital =
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_upper);
    if (!is_capital && (is_first || text[n] == ':')) return {};
    return {n, level};
}

prefix::level_piece prefix::record_head(std::string_view text) noexcept {
    if (!text.starts_with('[')) return {};
    std::size_t n = 1;
    if (std::size_t const name = run_of(text.substr(n, longest_tag), is_letter); name > 1) {
        n += name;
        if (n >= text.size() || text[n] != ' ') return {};
        ++n;
    }
    if (n + 1 >= text.size()) return {};
    std::size_t const level = std::string_view("DIWEFC").find(text[n]);
    if (level == std::string_view::npos) return {};
    bool const is_timed = text[n + 1] == ' ' ? time_length(text.substr(n + 2)) > 0
                                             : matches(text.substr(n + 1), "9999 99:99:99");
    std::size_t const stop = is_timed ? text.substr(0, longest_name + longest_tag).find("] ") : text.npos;
    if (stop == std::string_view::npos) return {};
    constexpr std::array levels = {log_level::debug, log_level::info,  log_level::warning,
                                   log_level::error, log_level::error, log_level::error};
    return {stop + 1, levels[level]};
}

}  // namespace task_agent::trace
