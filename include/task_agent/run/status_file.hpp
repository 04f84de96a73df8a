// The status file: by which a workload reports from any language, a line at a time (contract 8.1).
//
// It lies in a folder of its own, so that whatever a writer does to it - append, write over it, put a new
// file in its place - is seen by one inotify(7) watch; where none can be had it is looked at every second.
// Lines that are longer than a report may be are skipped and counted, and so is a last one without its end.
//
// Made before the spawn, so that its path can stand in the workload's environment; watched from then on.
// Control thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/core/user_ids.hpp"
#include "task_agent/os/appended_file.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

class status_file {
public:
    struct listener {
        std::function<void(std::string_view line)> on_line;    // whole, without its end
        std::function<void(std::string_view why)> on_skipped;  // a line that was too long, or is torn
    };

    // In the first of `places` where it can be made.
    [[nodiscard]] static result<std::unique_ptr<status_file>> make(boost::asio::io_context& io,
                                                                   std::vector<std::string> const& places,
                                                                   user_ids user, listener to);
    ~status_file();

    [[nodiscard]] std::string const& path() const noexcept { return file_.path(); }
    // Until close().
    [[nodiscard]] boost::asio::awaitable<void> watch();
    // Everything that is there now; the last line too, which nobody will end any more.
    void take_rest();
    // Removes the folder.
    void close() noexcept;

private:
    status_file(boost::asio::io_context& io, std::string folder, os::appended_file file, listener to);
    void look();
    void take_lines();

    std::string folder_;
    os::appended_file file_;
    listener to_;
    boost::asio::posix::stream_descriptor events_;
    boost::asio::steady_timer timer_;
    std::string pending_;  // the beginning of a line
    bool is_skipping_ = false;
    bool is_closed_ = false;
};

}  // namespace task_agent
