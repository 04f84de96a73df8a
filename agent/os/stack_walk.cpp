// Over 150 lines: reading the frame information and running its instructions are one grammar.
#include "task_agent/os/stack_walk.hpp"

#include "task_agent/os/own_image.hpp"

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstring>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TASK_AGENT_PLAIN __attribute__((no_sanitize("address", "thread", "undefined")))
#else
#define TASK_AGENT_PLAIN
#endif

namespace task_agent::os {

#if defined(__x86_64__)
namespace {

using place = std::uintptr_t;

constexpr unsigned stack_pointer = 7;
constexpr unsigned return_address = 16;

// Reads what the compiler and the linker wrote; they are trusted as the rest of the program is.
class cursor {
public:
    explicit cursor(place at) noexcept : at_(at) {}

    [[nodiscard]] place at() const noexcept { return at_; }
    void skip(place count) noexcept { at_ += count; }

    template <class T>
    TASK_AGENT_PLAIN T take() noexcept {
        T value;
        __builtin_memcpy(&value, reinterpret_cast<void const*>(at_), sizeof value);
        at_ += sizeof value;
        return value;
    }
    TASK_AGENT_PLAIN std::uint64_t take_uleb() noexcept {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            auto const byte = take<std::uint8_t>();
            if (shift < 64) value |= std::uint64_t{byte & 0x7fU} << shift;
            if (!(byte & 0x80U)) return value;
        }
    }
    TASK_AGENT_PLAIN std::int64_t take_sleb() noexcept {
        std::uint64_t value = 0;
        for (unsigned shift = 0;;) {
            auto const byte = take<std::uint8_t>();
            if (shift < 64) value |= std::uint64_t{byte & 0x7fU} << shift;
            shift += 7;
            if (byte & 0x80U) continue;
            if ((byte & 0x40U) && shift < 64) value |= ~std::uint64_t{0} << shift;
            return static_cast<std::int64_t>(value);
        }
    }
    // DW_EH_PE_*: the low half says how wide, 0x10 relative to the place itself (LSB, "DWARF Extensions").
    TASK_AGENT_PLAIN place take_encoded(unsigned encoding) noexcept {
        place const base = (encoding & 0x70U) == 0x10 ? at_ : 0;
        switch (encoding & 0x0fU) {
            case 0x02:
                return base + take<std::uint16_t>();
            case 0x03:
                return base + take<std::uint32_t>();
            case 0x0a:
                return base + static_cast<place>(take<std::int16_t>());
            case 0x0b:
                return base + static_cast<place>(take<std::int32_t>());
            default:
                return base + take<std::uint64_t>();
        }
    }

private:
    place at_;
};

// What the frames of one function have in common, and the function's own instructions.
struct frame_info {
    std::uint64_t code_align = 1;
    std::int64_t data_align = 1;
    unsigned pointer_encoding = 0;
    bool is_augmented = false;
    bool is_signal_frame = false;
    place common_begin = 0;
    place common_end = 0;
    place begin = 0;
    place end = 0;
    place function = 0;
};

void read_common(frame_info& info, place at) noexcept {
    cursor c(at);
    auto const length = c.take<std::uint32_t>();
    info.common_end = c.at() + length;
    c.skip(4);
    auto const version = c.take<std::uint8_t>();
    place const augmentation = c.at();
    while (c.take<char>() != 0) {
    }
    info.code_align = c.take_uleb();
    info.data_align = c.take_sleb();
    if (version == 1) {
        c.skip(1);
    } else {
        c.take_uleb();
    }
    info.pointer_encoding = 0;
    info.is_signal_frame = false;
    cursor letters(augmentation);
    info.is_augmented = letters.take<char>() == 'z';
    info.common_begin = c.at();
    if (!info.is_augmented) return;
    auto const data_size = c.take_uleb();
    info.common_begin = c.at() + data_size;
    for (char letter = letters.take<char>(); letter != 0; letter = letters.take<char>()) {
        if (letter == 'R') info.pointer_encoding = c.take<std::uint8_t>();
        if (letter == 'P') (void)c.take_encoded(c.take<std::uint8_t>());
        if (letter == 'L') c.skip(1);
        if (letter == 'S') info.is_signal_frame = true;
    }
}

// From the executable's section headers, which stripping keeps: a static link has no pointer in memory.
place frames_of_static_executable() noexcept {
    int const fd = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    place found = 0;
    Elf64_Ehdr file{};
    Elf64_Shdr names{};
    auto const read_section = [&](Elf64_Shdr& section, unsigned index) {
        auto const at = static_cast<off_t>(file.e_shoff + index * sizeof section);
        return ::pread(fd, &section, sizeof section, at) == static_cast<ssize_t>(sizeof section);
    };
    if (::pread(fd, &file, sizeof file, 0) == static_cast<ssize_t>(sizeof file) &&
        read_section(names, file.e_shstrndx)) {
        for (unsigned i = 0; i < file.e_shnum && found == 0; ++i) {
            Elf64_Shdr section{};
            char name[10] = {};
            if (!read_section(section, i)) break;
            auto const at = static_cast<off_t>(names.sh_offset + section.sh_name);
            if (::pread(fd, name, sizeof name, at) > 0 && std::memcmp(name, ".eh_frame", sizeof name) == 0)
                found = section.sh_addr;
        }
    }
    ::close(fd);
    return found;
}

// The start of .eh_frame of the object that holds the address; 0 = not known.
place frames_for(place pc) noexcept {
    dl_find_object object{};
    if (::_dl_find_object(reinterpret_cast<void*>(pc), &object) == 0 && object.dlfo_eh_frame) {
        // .eh_frame_hdr: version, three encodings, then the pointer
        cursor c(reinterpret_cast<place>(object.dlfo_eh_frame) + 1);
        auto const encoding = c.take<std::uint8_t>();
        c.skip(2);
        return c.take_encoded(encoding);
    }
    auto const image = read_own_image();
    return image.contains(pc) && image.bias == 0 ? frames_of_static_executable() : 0;
}

// Front to back: a crash has the time, and a table for searching would make every executable larger.
bool find_frame(frame_info& info, place pc) noexcept {
    place const frames = frames_for(pc);
    if (frames == 0) return false;
    place common = 0;
    for (cursor c(frames);;) {
        auto const length = c.take<std::uint32_t>();
        if (length == 0 || length == 0xffffffffU) return false;  // the end, or a form that nobody writes
        place const record = c.at();
        place const record_end = record + length;
        auto const back = c.take<std::uint32_t>();
        if (back != 0) {
            if (common != record - back) read_common(info, common = record - back);
            info.function = c.take_encoded(info.pointer_encoding);
            auto const size = c.take_encoded(info.pointer_encoding & 0x0fU);
            if (info.function <= pc && pc - info.function < size) {
                if (info.is_augmented) c.skip(c.take_uleb());
                info.begin = c.at();
                info.end = record_end;
                return true;
            }
        }
        c = cursor(record_end);
    }
}

struct rules {
    // where a caller's register is: at a distance from the frame's address, or still where it was
    struct saved {
        bool is_saved = false;
        bool is_unknown = false;
        std::int64_t offset = 0;
    };
    std::array<saved, return_address + 1> registers{};
    std::uint64_t frame_register = stack_pointer;
    std::int64_t frame_offset = 0;
    bool is_unknown = false;  // the frame's place is an expression: only the linker's stubs have that
};

class program {
public:
    program(frame_info const& info, place pc) noexcept : info_(&info), pc_(pc), location_(info.function) {}

    [[nodiscard]] rules const& run() noexcept {
        run(info_->common_begin, info_->common_end);
        initial_ = now_;
        run(info_->begin, info_->end);
        return now_;
    }

private:
    void save(std::uint64_t number, std::int64_t offset) noexcept {
        if (number < now_.registers.size()) now_.registers[number] = {true, false, offset};
    }
    void keep(std::uint64_t number) noexcept {
        if (number < now_.registers.size()) now_.registers[number] = {};
    }
    void forget(std::uint64_t number) noexcept {
        if (number < now_.registers.size()) now_.registers[number] = {false, true, 0};
    }
    void restore(std::uint64_t number) noexcept {
        if (number < now_.registers.size()) now_.registers[number] = initial_.registers[number];
    }
    // False when the rules for our address are complete.
    bool advance(std::uint64_t delta) noexcept {
        location_ += delta * info_->code_align;
        return location_ <= pc_;
    }
    std::int64_t scaled(std::uint64_t value) const noexcept {
        return static_cast<std::int64_t>(value) * info_->data_align;
    }

    void run(place begin, place end) noexcept {
        cursor c(begin);
        while (c.at() < end) {
            auto const code = c.take<std::uint8_t>();
            unsigned const low = code & 0x3fU;
            bool goes_on = true;
            switch (code & 0xc0U) {
                case 0x40:
                    goes_on = advance(low);
                    break;
                case 0x80:
                    save(low, scaled(c.take_uleb()));
                    break;
                case 0xc0:
                    restore(low);
                    break;
                default:
                    goes_on = run_extended(low, c);
            }
            if (!goes_on) return;
        }
    }

    // DW_CFA_* by number
    bool run_extended(unsigned code, cursor& c) noexcept {
        switch (code) {
            case 0x00:  // nop
                return true;
            case 0x01:  // set_loc
                location_ = c.take_encoded(info_->pointer_encoding);
                return location_ <= pc_;
            case 0x02:  // advance_loc1
                return advance(c.take<std::uint8_t>());
            case 0x03:  // advance_loc2
                return advance(c.take<std::uint16_t>());
            case 0x04:  // advance_loc4
                return advance(c.take<std::uint32_t>());
            case 0x05: {  // offset_extended
                auto const number = c.take_uleb();
                save(number, scaled(c.take_uleb()));
                return true;
            }
            case 0x06:  // restore_extended
                restore(c.take_uleb());
                return true;
            case 0x07:  // undefined
                forget(c.take_uleb());
                return true;
            case 0x08:  // same_value
                keep(c.take_uleb());
                return true;
            case 0x09:  // register
                forget(c.take_uleb());
                c.take_uleb();
                return true;
            case 0x0a:  // remember_state
                if (depth_ < remembered_.size()) remembered_[depth_] = now_;
                ++depth_;
                return true;
            case 0x0b:  // restore_state
                if (depth_ > 0 && --depth_ < remembered_.size()) now_ = remembered_[depth_];
                return true;
            case 0x0c:  // def_cfa
                now_.frame_register = c.take_uleb();
                now_.frame_offset = static_cast<std::int64_t>(c.take_uleb());
                now_.is_unknown = false;
                return true;
            case 0x0d:  // def_cfa_register
                now_.frame_register = c.take_uleb();
                return true;
            case 0x0e:  // def_cfa_offset
                now_.frame_offset = static_cast<std::int64_t>(c.take_uleb());
                return true;
            case 0x0f:  // def_cfa_expression
                c.skip(c.take_uleb());
                now_.is_unknown = true;
                return true;
            case 0x10:    // expression
            case 0x16: {  // val_expression
                forget(c.take_uleb());
                c.skip(c.take_uleb());
                return true;
            }
            case 0x11: {  // offset_extended_sf
                auto const number = c.take_uleb();
                save(number, c.take_sleb() * info_->data_align);
                return true;
            }
            case 0x12:  // def_cfa_sf
                now_.frame_register = c.take_uleb();
                now_.frame_offset = c.take_sleb() * info_->data_align;
                now_.is_unknown = false;
                return true;
            case 0x13:  // def_cfa_offset_sf
                now_.frame_offset = c.take_sleb() * info_->data_align;
                return true;
            case 0x2e:  // GNU_args_size
                c.take_uleb();
                return true;
            default:  // nothing that g++ or glibc write
                now_.is_unknown = true;
                return false;
        }
    }

    frame_info const* info_;
    place pc_;
    place location_;
    rules now_;
    rules initial_;
    std::array<rules, 4> remembered_;
    std::size_t depth_ = 0;
};

TASK_AGENT_PLAIN place load(place at) noexcept {
    return *reinterpret_cast<place const*>(at);
}

}  // namespace

stack_walk::stack_walk(::ucontext_t const& interrupted) noexcept {
    auto const& r = interrupted.uc_mcontext.gregs;
    // in the ABI's order: rax, rdx, rcx, rbx, rsi, rdi, rbp, rsp, r8 to r15
    static constexpr std::array<int, 16> order = {REG_RAX, REG_RDX, REG_RCX, REG_RBX, REG_RSI, REG_RDI,
                                                  REG_RBP, REG_RSP, REG_R8,  REG_R9,  REG_R10, REG_R11,
                                                  REG_R12, REG_R13, REG_R14, REG_R15};
    for (std::size_t i = 0; i < order.size(); ++i)
        registers_[i] = static_cast<place>(r[order[i]]);
    pc_ = static_cast<place>(r[REG_RIP]);
}

bool stack_walk::next() noexcept {
    frame_info info;
    if (!find_frame(info, address())) {
        // a call through a pointer to nowhere: the caller's address is on top of the stack
        if (is_caller_ || registers_[stack_pointer] == 0) return false;
        pc_ = load(registers_[stack_pointer]);
        registers_[stack_pointer] += sizeof pc_;
        is_caller_ = true;
        return pc_ != 0;
    }
    if (info.is_signal_frame) return false;
    program instructions(info, address());
    rules const& found = instructions.run();
    auto const& return_rule = found.registers[return_address];
    if (found.is_unknown || found.frame_register >= register_count || !return_rule.is_saved) return false;
    auto const at = [](place base, std::int64_t offset) { return base + static_cast<place>(offset); };
    auto const frame = at(registers_[found.frame_register], found.frame_offset);
    if (frame <= registers_[stack_pointer]) return false;  // callers are above: anything else is a loop
    auto const callee = registers_;
    for (std::size_t i = 0; i < return_address; ++i) {
        auto const& rule = found.registers[i];
        registers_[i] = rule.is_saved ? load(at(frame, rule.offset)) : callee[i];
    }
    pc_ = load(at(frame, return_rule.offset));
    registers_[stack_pointer] = frame;
    is_caller_ = true;
    return pc_ != 0;
}

#else

stack_walk::stack_walk(::ucontext_t const&) noexcept {}
bool stack_walk::next() noexcept {
    return false;
}

#endif

}  // namespace task_agent::os
