#include "task_agent/os/fd_io.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace task_agent::os {

std::size_t write_within(int fd, std::string_view text, duration patience) noexcept {
    auto const deadline = steady_clock::now() + patience;
    std::size_t done = 0;
    while (done < text.size()) {
        auto const left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - steady_clock::now()).count();
        ::pollfd p{fd, POLLOUT, 0};
        int const ready = ::poll(&p, 1, static_cast<int>(std::clamp<long long>(left, 0, 3'600'000)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) break;
        auto const n = ::write(fd, text.data() + done, std::min<std::size_t>(text.size() - done, PIPE_BUF));
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n < 0) break;
        done += static_cast<std::size_t>(n);
    }
    return done;
}

result<> write_file(char const* path, std::string_view text) {
    unique_fd const fd(::open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0644));
    if (!fd) return system_error(last_errno(), std::string("cannot open ") + path);
    while (!text.empty()) {
        auto const n = ::write(fd.get(), text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), std::string("cannot write ") + path);
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
}

}  // namespace task_agent::os
