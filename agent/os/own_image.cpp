#include "task_agent/os/own_image.hpp"

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

#include <algorithm>
#include <cstring>

namespace task_agent::os {
namespace {

constexpr std::size_t aligned(std::size_t size) noexcept {
    return (size + 3) & ~std::size_t{3};
}

void read_notes(own_image& image, unsigned char const* note, std::size_t size) noexcept {
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, note, sizeof head);
        std::size_t const name_at = sizeof head;
        std::size_t const data_at = name_at + aligned(head.n_namesz);
        std::size_t const total = data_at + aligned(head.n_descsz);
        if (total > size) return;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 &&
            std::memcmp(note + name_at, "GNU", 4) == 0) {
            image.build_id = note + data_at;
            image.build_id_size = head.n_descsz;
            return;
        }
        note += total;
        size -= total;
    }
}

}  // namespace

own_image read_own_image() noexcept {
    own_image image;
    auto const address = ::getauxval(AT_PHDR);
    auto const count = ::getauxval(AT_PHNUM);
    // the kernel gives addresses as numbers
    auto const* const headers = reinterpret_cast<ElfW(Phdr) const*>(address);
    if (!headers) return image;
    for (std::size_t i = 0; i < count; ++i) {
        // the headers follow the ELF header at the start of the file, which is mapped by the segment of
        // offset 0
        if (headers[i].p_type == PT_LOAD && headers[i].p_offset == 0)
            image.bias = address - sizeof(ElfW(Ehdr)) - headers[i].p_vaddr;
    }
    image.begin = UINTPTR_MAX;
    for (std::size_t i = 0; i < count; ++i) {
        auto const start = image.bias + headers[i].p_vaddr;
        if (headers[i].p_type == PT_LOAD) {
            image.begin = std::min<std::uintptr_t>(image.begin, start);
            image.end = std::max<std::uintptr_t>(image.end, start + headers[i].p_memsz);
        }
        if (headers[i].p_type == PT_NOTE && !image.build_id)
            read_notes(image, reinterpret_cast<unsigned char const*>(start), headers[i].p_memsz);
    }
    return image;
}

std::string build_id_text() {
    constexpr char digits[] = "0123456789abcdef";
    auto const image = read_own_image();
    std::string text;
    for (std::size_t i = 0; i < image.build_id_size; ++i) {
        text += digits[image.build_id[i] >> 4];
        text += digits[image.build_id[i] & 15];
    }
    return text;
}

}  // namespace task_agent::os
