#include "task_agent/logic/packed_text.hpp"

#include <array>

namespace task_agent {
namespace {

using namespace std::string_view_literals;

struct form {
    std::string_view start;
    packed_text text;
};

constexpr std::array forms = {
    form{"\x1f\x8b"sv, {"compressed by gzip", "zcat"}},
    form{"\xfd\x37zXZ\0"sv, {"compressed by xz", "xzcat"}},
    form{"\x28\xb5\x2f\xfd"sv, {"compressed by zstd", "zstdcat"}},
    form{"BZh"sv, {"compressed by bzip2", "bzcat"}},
    form{"\x04\x22\x4d\x18"sv, {"compressed by lz4", "lz4cat"}},
    form{"PK\x03\x04"sv, {"a zip archive", "unzip -p"}},
    form{"\xff\xfe"sv, {"in UTF-16", "iconv -f UTF-16 -t UTF-8"}},
    form{"\xfe\xff"sv, {"in UTF-16", "iconv -f UTF-16 -t UTF-8"}},
};

// Of what Windows tools write without a mark: every second byte of plain English is 0.
bool is_wide(std::string_view head, std::size_t zeros_at) noexcept {
    constexpr std::size_t looked_at = 8;
    if (head.size() < looked_at) return false;
    for (std::size_t i = 0; i < looked_at; ++i) {
        if ((head[i] == '\0') != (i % 2 == zeros_at)) return false;
    }
    return true;
}

}  // namespace

std::optional<packed_text> packed_text_of(std::string_view head) noexcept {
    for (form const& one : forms) {
        if (!head.starts_with(one.start)) continue;
        // a line may begin so as well
        bool const is_word = one.start == "BZh"sv;
        if (is_word && !(head.size() > 5 && head[3] >= '1' && head[3] <= '9' && head.substr(4, 2) == "1A"sv))
            continue;
        return one.text;
    }
    if (is_wide(head, 1)) return packed_text{"in UTF-16", "iconv -f UTF-16LE -t UTF-8"};
    if (is_wide(head, 0)) return packed_text{"in UTF-16", "iconv -f UTF-16BE -t UTF-8"};
    return std::nullopt;
}

}  // namespace task_agent
