#include "task_agent/run/status_file.hpp"

#include "task_agent/base/clock.hpp"
#include "task_agent/wire/report_line_codec.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "place_name.hpp"
#include <array>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// A program that reports in a loop is not followed line by line.
constexpr auto between_looks = 100ms;
// Without inotify: how late a report may be.
constexpr auto between_polls = 1s;
constexpr std::size_t kept_capacity = 4096;
constexpr std::size_t most_a_look = report_limit;
constexpr std::uint32_t changes = IN_MODIFY | IN_MOVED_TO | IN_CREATE;

int watch_of(std::string const& folder) {
    unique_fd fd(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!fd || ::inotify_add_watch(fd.get(), folder.c_str(), changes) < 0) return -1;
    return fd.release();
}

result<std::string> make_folder(std::string const& place, std::string const& name, user_ids user) {
    auto folder = place + "/" + name;
    if (::mkdir(folder.c_str(), 0700) != 0) return system_error(last_errno(), "cannot make " + folder);
    if (user.user == ::geteuid() || ::chown(folder.c_str(), user.user, user.group) == 0) return folder;
    auto const why = last_errno();
    ::rmdir(folder.c_str());
    return system_error(why, "cannot give " + folder + " to user " + std::to_string(user.user));
}

}  // namespace

result<std::unique_ptr<status_file>> status_file::make(asio::io_context& io,
                                                       std::vector<std::string> const& places, user_ids user,
                                                       listener to) {
    auto const name = place_name(".d");
    error why{errc::gone, "no place is known"};
    for (auto const& place : places) {
        auto folder = make_folder(place, name, user);
        if (folder) {
            auto file = os::appended_file::make(*folder + "/status", user.user, user.group);
            if (file)
                return std::unique_ptr<status_file>(
                    new status_file(io, std::move(*folder), std::move(*file), std::move(to)));
            why = file.error();
            ::rmdir(folder->c_str());
        } else {
            why = folder.error();
        }
    }
    return why;
}

status_file::status_file(asio::io_context& io, std::string folder, os::appended_file file, listener to)
    : folder_(std::move(folder)), file_(std::move(file)), to_(std::move(to)), events_(io), timer_(io) {
    if (int const fd = watch_of(folder_); fd >= 0) events_.assign(fd);
}

status_file::~status_file() {
    close();
}

asio::awaitable<void> status_file::watch() {
    auto const token = asio::as_tuple(asio::use_awaitable);
    while (!is_closed_) {
        if (events_.is_open()) {
            auto [failed] = co_await events_.async_wait(asio::posix::stream_descriptor::wait_read, token);
            if (failed) co_return;
            std::array<char, 4096> ignored;
            while (::read(events_.native_handle(), ignored.data(), ignored.size()) > 0) {
            }
        }
        look();
        timer_.expires_after(events_.is_open() ? duration(between_looks) : duration(between_polls));
        auto [ec] = co_await timer_.async_wait(token);
        if (ec) co_return;
    }
}

void status_file::look() {
    while (!is_closed_) {
        bool const has_more = file_.read_new(pending_, most_a_look);
        take_lines();
        if (!has_more) return;
    }
}

void status_file::take_lines() {
    std::size_t at = 0;
    for (;;) {
        auto const end = pending_.find('\n', at);
        if (end == std::string::npos) break;
        auto const line = std::string_view(pending_).substr(at, end - at);
        if (!std::exchange(is_skipping_, false)) to_.on_line(line);
        at = end + 1;
    }
    pending_.erase(0, at);
    if (pending_.empty() && pending_.capacity() > kept_capacity) pending_ = {};
    if (pending_.size() <= report_limit) return;
    if (!is_skipping_) to_.on_skipped(fmt::format("it is longer than {} bytes", report_limit));
    is_skipping_ = true;
    pending_.clear();
}

void status_file::take_rest() {
    look();
    if (!pending_.empty() && !is_skipping_) to_.on_skipped("it has no end");
    pending_.clear();
}

void status_file::close() noexcept {
    if (std::exchange(is_closed_, true)) return;
    boost::system::error_code ignored;
    events_.close(ignored);
    timer_.cancel();
    file_.remove();
    ::rmdir(folder_.c_str());
}

}  // namespace task_agent
