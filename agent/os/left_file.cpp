#include "task_agent/os/left_file.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace task_agent::os {
namespace {

wall_clock::time_point written_at(struct ::stat const& facts) {
    auto const since_epoch =
        std::chrono::seconds(facts.st_mtim.tv_sec) + std::chrono::nanoseconds(facts.st_mtim.tv_nsec);
    return wall_clock::time_point(std::chrono::duration_cast<wall_clock::duration>(since_epoch));
}

}  // namespace

result<left_file> read_left_file(std::string const& path, left_file_wish const& wish) {
    unique_fd const fd(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!fd) return system_error(last_errno(), "cannot open " + path);
    struct ::stat facts {};
    if (::fstat(fd.get(), &facts) != 0) return system_error(last_errno(), "cannot look at " + path);
    if (!S_ISREG(facts.st_mode)) return bad_input(path + " is no regular file");
    if (wish.owner && facts.st_uid != *wish.owner)
        return bad_input(path + " belongs to user " + std::to_string(facts.st_uid) + ", not to " +
                         std::to_string(*wish.owner));
    left_file found;
    found.written = written_at(facts);
    if (found.written < wish.not_before) return bad_input(path + " is older than the workload");
    std::array<char, 16 * 1024> buffer;
    for (;;) {
        // one byte more than wanted says that there is more
        std::size_t const room = std::min(buffer.size(), wish.most_bytes + 1 - found.head.size());
        auto const n = room == 0 ? 0 : ::read(fd.get(), buffer.data(), room);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), "cannot read " + path);
        if (n == 0) break;
        found.head.append(buffer.data(), static_cast<std::size_t>(n));
    }
    found.is_cut = found.head.size() > wish.most_bytes;
    if (found.is_cut) found.head.resize(wish.most_bytes);
    return found;
}

folder_names look_into(std::string const& folder, bool (*is_wanted)(std::string_view name),
                       std::size_t most_wanted, std::size_t most_entries) {
    folder_names found;
    int const fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return found;
    struct closer {
        void operator()(::DIR* d) const noexcept { ::closedir(d); }
    };
    std::unique_ptr<::DIR, closer> const entries(::fdopendir(fd));
    if (!entries) {
        ::close(fd);
        return found;
    }
    for (std::size_t seen = 0; auto const* entry = ::readdir(entries.get()); ++seen) {
        if (seen == most_entries) {
            found.is_partial = true;
            break;
        }
        std::string_view const name = entry->d_name;
        if (!is_wanted(name)) continue;
        if (found.wanted.size() == most_wanted) {
            found.is_partial = true;
            break;
        }
        found.wanted.emplace_back(name);
    }
    return found;
}

}  // namespace task_agent::os
