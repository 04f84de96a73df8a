#include "task_agent/os/executable.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace task_agent::os {
namespace {

// The kernel looks at no more of a script's first line (execve(2)).
constexpr std::size_t head_size = 256;
constexpr std::size_t longest_path = 4096;

struct file_head {
    unique_fd fd;
    std::array<char, head_size> bytes{};
    std::size_t size = 0;

    explicit file_head(char const* path) noexcept : fd(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        auto const n = fd ? ::pread(fd.get(), bytes.data(), bytes.size(), 0) : 0;
        size = n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
    [[nodiscard]] bool is_elf() const noexcept { return text().starts_with(ELFMAG); }
};

std::string script_interpreter(std::string_view line) {
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return std::string(line.substr(0, line.find_first_of(" \t")));
}

std::string elf_interpreter(file_head const& file) {
    ElfW(Ehdr) header;
    if (file.size < sizeof header) return {};
    std::memcpy(&header, file.bytes.data(), sizeof header);
    constexpr int our_class = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
    if (header.e_ident[EI_CLASS] != our_class || header.e_phentsize != sizeof(ElfW(Phdr))) return {};
    for (unsigned i = 0; i < header.e_phnum; ++i) {
        ElfW(Phdr) part;
        auto const at = static_cast<::off_t>(header.e_phoff + i * sizeof part);
        if (::pread(file.fd.get(), &part, sizeof part, at) != static_cast<ssize_t>(sizeof part)) return {};
        if (part.p_type != PT_INTERP) continue;
        std::string path(std::min<std::size_t>(part.p_filesz, longest_path), '\0');
        auto const n = ::pread(file.fd.get(), path.data(), path.size(), static_cast<::off_t>(part.p_offset));
        path.resize(n > 0 ? ::strnlen(path.data(), static_cast<std::size_t>(n)) : 0);
        return path;
    }
    return {};
}

}  // namespace

bool is_elf(char const* path) noexcept {
    return file_head(path).is_elf();
}

std::string interpreter_of(char const* path) {
    file_head const file(path);
    if (file.text().starts_with("#!")) return script_interpreter(file.text().substr(2));
    return file.is_elf() ? elf_interpreter(file) : std::string();
}

}  // namespace task_agent::os
