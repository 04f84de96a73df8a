// The lines that tool_blocks begins with. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include "openssl_line.hpp"
#include <optional>
#include <string_view>

namespace task_agent::trace::tool_blocks {

using reading::longest_name;
using reading::take;

inline constexpr std::size_t longest_line = 1024;
inline constexpr std::string_view bar = "\xE2\x94\x82";

enum class tool { ghostscript, terraform, box, image, gdal, gpg, xorriso, git, openssl, ffmpeg };

struct words {
    tool who;
    std::string_view message;
};

inline std::optional<words> parse_error(std::string_view text) noexcept {
    if (take(text, bar)) {
        bool const is_error = take(text, " Error: ");
        return is_error ? std::optional(words{tool::box, text}) : std::nullopt;
    }
    if (take(text, "Error: ")) {
        if (text.starts_with('/') && text.find(" in ") < longest_name) return words{tool::ghostscript, text};
        if (text.starts_with("building at STEP \"")) return words{tool::image, text};
        return words{tool::terraform, text};
    }
    if (!take(text, "ERROR: ")) return std::nullopt;
    if (text.starts_with("failed to solve: ") || text.starts_with("failed to build: "))
        return words{tool::image, text};
    return std::nullopt;
}

// What GnuPG could not do, behind the name of a file.
inline std::optional<words> parse_gpg(std::string_view text) noexcept {
    if (!take(text, "gpg: ")) return std::nullopt;
    for (std::string_view const what : {"encryption failed: ", "decryption failed: ", "signing failed: ",
                                        "public key decryption failed: ", "verify signatures failed: "}) {
        std::size_t const at = text.find(what);
        bool const is_file = at == 0 || (at < longest_name && text.substr(0, at).ends_with(": "));
        if (is_file) return words{tool::gpg, text.substr(at)};
    }
    for (std::string_view const what :
         {"no valid OpenPGP data found.", "no default secret key: ", "keyserver receive failed: "})
        if (text.starts_with(what)) return words{tool::gpg, text};
    return std::nullopt;
}

inline bool is_skipped_by_gpg(std::string_view line) noexcept {
    return line.starts_with("gpg: ") && line.find(": skipped: ") != std::string_view::npos;
}

// "[rejected]        main -> main (fetch first)"
inline std::string_view rejected_by_git(std::string_view line) noexcept {
    if (!take(line, " ! ")) return {};
    bool const is_rejected = line.starts_with("[rejected] ") || line.starts_with("[remote rejected] ") ||
                             line.starts_with("[remote failure] ");
    return is_rejected && line.find(" -> ") != std::string_view::npos ? line : std::string_view{};
}

inline std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    if (auto const said = parse_error(text)) return said;
    if (auto const said = parse_gpg(text)) return said;
    if (std::string_view const said = rejected_by_git(text); !said.empty()) return words{tool::git, said};
    for (std::string_view const start :
         {"Unknown encoder '", "Unknown decoder '", "Unrecognized option '", "Unknown input format: '"})
        if (text.starts_with(start)) return words{tool::ffmpeg, text};
    if (text == "FAILURE:") return words{tool::gdal, {}};
    for (std::string_view const level : {"xorriso : FAILURE : ", "xorriso : FATAL : "})
        if (take(text, level)) return words{tool::xorriso, text};
    if (std::string_view const reason = reason_of_openssl(text); !reason.empty())
        return words{tool::openssl, reason};
    return std::nullopt;
}

}  // namespace task_agent::trace::tool_blocks
