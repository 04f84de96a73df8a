#include "task_agent/os/folder_access.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace task_agent::os {

bool may_write_in(std::string const& folder, uid_t user) noexcept {
    struct ::stat found {};
    if (::stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return false;
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return false;
    if (user == ::geteuid()) return true;
    constexpr ::mode_t owner = S_IWUSR | S_IXUSR;
    constexpr ::mode_t others = S_IWOTH | S_IXOTH;
    ::mode_t const wanted = found.st_uid == user ? owner : others;
    return user == 0 || (found.st_mode & wanted) == wanted;
}

}  // namespace task_agent::os
