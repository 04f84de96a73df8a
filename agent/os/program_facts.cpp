#include "task_agent/os/program_facts.hpp"

#include "task_agent/base/unique_fd.hpp"
#include "task_agent/os/executable.hpp"
#include "task_agent/os/process.hpp"

#include <climits>
#include <fmt/format.h>

#include <elf.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace task_agent::os {
namespace {

struct machine_name {
    unsigned number;
    std::string_view words;
};

constexpr machine_name machine_names[] = {
    {EM_X86_64, "x86-64"},
    {EM_AARCH64, "64-bit ARM (aarch64)"},
    {EM_386, "32-bit x86 (i386)"},
    {EM_ARM, "32-bit ARM"},
    {EM_RISCV, "RISC-V"},
    {EM_PPC64, "64-bit PowerPC"},
    {EM_S390, "IBM Z (s390x)"},
    {EM_LOONGARCH, "LoongArch"},
    {EM_MIPS, "MIPS"},
    {EM_PPC, "32-bit PowerPC"},
    {EM_SPARCV9, "64-bit SPARC"},
};

#if defined(__x86_64__)
constexpr unsigned own_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_machine = EM_AARCH64;
#elif defined(__riscv)
constexpr unsigned own_machine = EM_RISCV;
#elif defined(__powerpc64__)
constexpr unsigned own_machine = EM_PPC64;
#elif defined(__s390x__)
constexpr unsigned own_machine = EM_S390;
#else
constexpr unsigned own_machine = EM_NONE;
#endif

std::string name_of_machine(unsigned number) {
    auto const found = std::ranges::find(machine_names, number, &machine_name::number);
    return found == std::end(machine_names) ? fmt::format("machine type {}", number)
                                            : std::string(found->words);
}

// e_machine as the file's own byte order has it; EM_NONE when it is no ELF file.
unsigned elf_machine(std::string const& path) {
    std::array<unsigned char, 20> head{};
    unique_fd const fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd || ::pread(fd.get(), head.data(), head.size(), 0) != static_cast<ssize_t>(head.size()))
        return EM_NONE;
    if (!std::equal(head.begin(), head.begin() + SELFMAG, reinterpret_cast<unsigned char const*>(ELFMAG)))
        return EM_NONE;
    return head[EI_DATA] == ELFDATA2MSB ? head[18] << 8U | head[19] : head[19] << 8U | head[18];
}

// Which three bits of the mode speak about the user. Further groups of our own count when we stay who we are.
unsigned bits_for(struct ::stat const& s, user_ids user) {
    if (s.st_uid == user.user) return s.st_mode >> 6U & 7U;
    bool in_group = s.st_gid == user.group;
    if (user.user == ::geteuid()) {
        std::array<gid_t, 256> groups{};
        int const n = ::getgroups(static_cast<int>(groups.size()), groups.data());
        in_group = in_group || std::find(groups.begin(), groups.begin() + std::max(n, 0), s.st_gid) !=
                                   groups.begin() + std::max(n, 0);
    }
    return in_group ? s.st_mode >> 3U & 7U : s.st_mode & 7U;
}

bool may_execute(struct ::stat const& s, user_ids user) {
    if (user.user == 0) return S_ISDIR(s.st_mode) || (s.st_mode & 0111U) != 0;
    return (bits_for(s, user) & 1U) != 0;
}

// Each folder on the way, from the root: the first that is none, or that the user may not enter.
void look_at_the_way(std::string const& path, user_ids user, program_facts& facts) {
    for (auto slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        auto const folder = path.substr(0, slash);
        struct ::stat s {};
        if (::stat(folder.c_str(), &s) < 0) return;
        if (!S_ISDIR(s.st_mode)) {
            facts.file_on_the_way = folder;
            return;
        }
        if (!may_execute(s, user)) {
            facts.closed_folder = folder;
            return;
        }
    }
}

std::string absolute(std::string const& path, std::string const& folder) {
    if (path.starts_with('/')) return path;
    std::string base = folder;
    if (!base.starts_with('/')) {
        std::unique_ptr<char, void (*)(void*)> const here(::getcwd(nullptr, 0), std::free);
        if (here) base = base.empty() ? std::string(here.get()) : std::string(here.get()) + "/" + base;
    }
    return base + "/" + path;
}

std::string link_target(std::string const& path) {
    std::array<char, PATH_MAX> target{};
    auto const n = ::readlink(path.c_str(), target.data(), target.size());
    return n > 0 ? std::string(target.data(), static_cast<std::size_t>(n)) : std::string();
}

std::optional<std::uint64_t> read_number(std::string const& path) {
    auto const text = read_small_file(path.c_str());
    if (!text) return std::nullopt;
    std::uint64_t number = 0;
    auto const [end, ec] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (ec != std::errc()) return std::nullopt;  // "max"
    return number;
}

// "0::/a/b" in v2, "7:pids:/a/b" in v1: the folder that holds pids.max, or empty.
std::string pids_cgroup(std::string& mount) {
    auto const text = read_small_file("/proc/self/cgroup").value_or("");
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        std::string_view const line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        auto const first = line.find(':');
        auto const second = first == std::string_view::npos ? first : line.find(':', first + 1);
        if (second == std::string_view::npos) continue;
        auto const controllers = line.substr(first + 1, second - first - 1);
        if (!controllers.empty() && controllers != "pids") continue;
        mount = controllers.empty() ? "/sys/fs/cgroup" : "/sys/fs/cgroup/pids";
        if (::access((mount + "/cgroup.procs").c_str(), F_OK) < 0) continue;
        return std::string(line.substr(second + 1));
    }
    return {};
}

void look_at_cgroup(process_limit_facts& facts) {
    std::string mount;
    std::string path = pids_cgroup(mount);
    if (mount.empty()) return;
    for (;;) {
        auto const folder = mount + path;
        auto const limit = read_number(folder + "/pids.max");
        if (limit && (!facts.cgroup_limit || *limit < *facts.cgroup_limit)) {
            facts.cgroup_limit = limit;
            facts.cgroup_count = read_number(folder + "/pids.current");
        }
        auto const slash = path.rfind('/');
        if (path.empty() || slash == std::string::npos) return;
        path.resize(slash);
    }
}

// The path in the mount table, octal escapes undone (proc(5), mountinfo).
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 3 >= text.size()) {
            plain += text[i];
            continue;
        }
        plain += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
        i += 3;
    }
    return plain;
}

std::string_view field(std::string_view line, int number) {
    for (; number > 0; --number) {
        auto const blank = line.find(' ');
        if (blank == std::string_view::npos) return {};
        line.remove_prefix(blank + 1);
    }
    return line.substr(0, line.find(' '));
}

bool is_below(std::string_view path, std::string_view mount) {
    return mount == "/" ||
           (path.starts_with(mount) && (path.size() == mount.size() || path[mount.size()] == '/'));
}

}  // namespace

std::string noexec_mount_of(std::string const& path) {
    struct ::statvfs v {};
    if (::statvfs(path.c_str(), &v) < 0 || (v.f_flag & ST_NOEXEC) == 0) return {};
    std::unique_ptr<char, void (*)(void*)> const real(::realpath(path.c_str(), nullptr), std::free);
    std::string_view const where = real ? std::string_view(real.get()) : std::string_view(path);
    auto const table = read_small_file("/proc/self/mountinfo").value_or("");
    std::string longest;
    for (std::size_t at = 0; at < table.size();) {
        auto const end = std::min(table.find('\n', at), table.size());
        auto const mount = unescaped(field(std::string_view(table).substr(at, end - at), 4));
        at = end + 1;
        // a later mount at the same place lies on top
        if (is_below(where, mount) && mount.size() >= longest.size()) longest = mount;
    }
    return longest.empty() ? "a file system" : longest;
}

program_facts look_at_program(std::string const& path, std::string const& folder, user_ids user) {
    program_facts facts;
    auto const place = absolute(path, folder);
    facts.own_machine = name_of_machine(own_machine);
    look_at_the_way(place, user, facts);
    struct ::stat s {};
    if (::stat(place.c_str(), &s) < 0) {
        facts.link_target = link_target(place);
        return facts;
    }
    facts.exists = true;
    facts.is_directory = S_ISDIR(s.st_mode);
    facts.is_regular = S_ISREG(s.st_mode);
    facts.mode = s.st_mode & 07777U;
    facts.may_execute = may_execute(s, user);
    if (!facts.is_regular) return facts;
    facts.noexec_mount = noexec_mount_of(place);
    facts.interpreter = interpreter_of(place.c_str());
    // relative ones are seen from the working directory too (execve(2))
    facts.interpreter_exists =
        !facts.interpreter.empty() && ::access(absolute(facts.interpreter, folder).c_str(), F_OK) == 0;
    auto const machine = elf_machine(place);
    if (machine != EM_NONE && machine != own_machine) facts.machine = name_of_machine(machine);
    return facts;
}

argument_facts measure_arguments(std::vector<std::string> const& argv,
                                 std::vector<std::string> const& environment) {
    // execve(2), "Limits on size of arguments and environment": strings with their ends, and a pointer each
    constexpr std::uint64_t pages_for_one = 32;
    constexpr std::uint64_t least = 128 * 1024;
    constexpr std::uint64_t most = 6 * 1024 * 1024;
    argument_facts facts;
    for (auto const* list : {&argv, &environment}) {
        for (auto const& text : *list) {
            facts.total += text.size() + 1 + sizeof(char*);
            facts.longest = std::max<std::uint64_t>(facts.longest, text.size() + 1);
        }
    }
    ::rlimit stack{};
    ::getrlimit(RLIMIT_STACK, &stack);
    facts.total_limit = std::clamp<std::uint64_t>(stack.rlim_cur / 4, least, most);
    facts.single_limit = pages_for_one * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return facts;
}

process_limit_facts look_at_process_limits() {
    process_limit_facts facts;
    ::rlimit limit{};
    if (::getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        facts.user_limit = limit.rlim_cur;
    facts.user = ::getuid();
    look_at_cgroup(facts);
    return facts;
}

}  // namespace task_agent::os
