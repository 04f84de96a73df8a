#include "task_agent/os/appended_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace task_agent::os {
namespace {

constexpr std::size_t remembered = 64;         // bytes of what was read last
constexpr off_t worth_giving_back = 64 << 10;  // whole blocks of any file system
constexpr std::size_t piece = 64 << 10;

bool read_at(int fd, char* data, std::size_t size, off_t at, std::size_t& got) {
    for (got = 0; got < size;) {
        auto const n = ::pread(fd, data + got, size - got, at + static_cast<off_t>(got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return true;
}

}  // namespace

result<appended_file> appended_file::make(std::string path, uid_t owner, gid_t group) {
    unique_fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd) return system_error(last_errno(), "cannot make " + path);
    bool const is_theirs =
        ::fchmod(fd.get(), 0600) == 0 && (owner == ::geteuid() || ::fchown(fd.get(), owner, group) == 0);
    if (is_theirs) return appended_file(std::move(path), std::move(fd), owner);
    auto const why = last_errno();
    ::unlink(path.c_str());
    return system_error(why, "cannot give " + path + " to user " + std::to_string(owner));
}

bool appended_file::read_new(std::string& into, std::size_t most) {
    follow_replacement();
    struct ::stat now {};
    if (::fstat(fd_.get(), &now) != 0) return false;
    if (!is_as_read(now.st_size)) begin_anew();
    auto const wanted = std::min(static_cast<std::size_t>(std::max<off_t>(now.st_size - read_, 0)), most);
    std::size_t total = 0;
    while (total < wanted) {
        auto const had = into.size();
        into.resize(had + std::min(wanted - total, piece));
        std::size_t got = 0;
        bool const was_read = read_at(fd_.get(), into.data() + had, into.size() - had, read_, got);
        into.resize(had + got);
        read_ += static_cast<off_t>(got);
        total += got;
        if (!was_read || got == 0) break;
    }
    if (total > 0) {
        auto const kept = std::min<std::size_t>({remembered, into.size(), static_cast<std::size_t>(read_)});
        last_ = into.substr(into.size() - std::min(kept, total));
        give_back();
    }
    return total > 0 && total == most;
}

void appended_file::remove() noexcept {
    if (!path_.empty()) ::unlink(path_.c_str());
    path_.clear();
}

// "mv new status": the same name, another file. It has to be the workload's, and no link to somebody else's.
void appended_file::follow_replacement() {
    struct ::stat by_name {};
    struct ::stat held {};
    if (::lstat(path_.c_str(), &by_name) != 0 || ::fstat(fd_.get(), &held) != 0) return;
    if (by_name.st_ino == held.st_ino && by_name.st_dev == held.st_dev) return;
    if (!S_ISREG(by_name.st_mode)) return;
    unique_fd fresh(::open(path_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct ::stat opened {};
    if (!fresh || ::fstat(fresh.get(), &opened) != 0 || !S_ISREG(opened.st_mode)) return;
    if (opened.st_uid != owner_ && opened.st_uid != ::geteuid()) return;
    fd_ = std::move(fresh);
    begin_anew();
}

bool appended_file::is_as_read(off_t size) const {
    if (size < read_) return false;
    std::string there(last_.size(), '\0');
    std::size_t got = 0;
    return read_at(fd_.get(), there.data(), there.size(), read_ - static_cast<off_t>(last_.size()), got) &&
           there == last_;
}

void appended_file::begin_anew() noexcept {
    read_ = given_ = 0;
    last_.clear();
}

void appended_file::give_back() noexcept {
    // what is remembered stays
    auto const until = (read_ - static_cast<off_t>(remembered)) / worth_giving_back * worth_giving_back;
    if (until <= given_) return;
    // refused by some file systems: then the file is as long as it is
    (void)::fallocate(fd_.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, given_, until - given_);
    given_ = until;
}

}  // namespace task_agent::os
