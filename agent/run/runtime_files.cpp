#include "task_agent/run/runtime_files.hpp"

#include "task_agent/config/environment.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/os/left_file.hpp"
#include "task_agent/run/report_masking.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"
#include "task_agent/wire/runtime_file_codec.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr std::string_view torch_variable = "TORCHELASTIC_ERROR_FILE";
// Clocks of file servers differ, and the kernel stamps with the time of its last tick.
constexpr auto slack = 1s;
constexpr std::size_t most_in_folder = 64;  // of which the newest are read

struct candidate {
    trace::named_file name;
    os::left_file file;
};

std::string absolute(std::string const& folder, std::string const& path) {
    if (path.starts_with('/') || folder.empty()) return path;
    return folder + "/" + path;
}

bool has_usual_name(std::string_view name) {
    return trace::is_jvm_crash_name(name) || trace::is_node_report_name(name);
}

class reading {
public:
    explicit reading(runtime_file_search const& search) : search_(search) {}

    runtime_files all() {
        auto const& places = search_.places;
        if (!places.torch_error_file.empty())
            take({runtime_file_kind::torch_error, places.torch_error_file, {}}, true);
        for (auto const& named : search_.named)
            take(named, true);
        auto const folder = places.folder.empty() ? std::string(".") : places.folder;
        look_into(folder, &has_usual_name);
        if (!search_.spare_folder.empty()) look_into(search_.spare_folder, &trace::is_jvm_crash_name);
        choose();
        for (auto const& one : candidates_)
            read(one);
        return std::move(result_);
    }

private:
    // What somebody named is missed when it cannot be read; what lies in a folder may be anybody's.
    void take(trace::named_file name, bool is_named) {
        name.path = absolute(search_.places.folder, name.path);
        for (auto& other : candidates_) {
            if (other.name.path != name.path) continue;
            if (!other.name.rank) other.name.rank = name.rank;
            return;
        }
        os::left_file_wish wish;
        wish.most_bytes = runtime_file_limit;
        wish.owner = search_.places.owner;
        wish.not_before = search_.places.not_before - slack;
        auto file = os::read_left_file(name.path, wish);
        if (file) {
            candidates_.push_back({std::move(name), std::move(*file)});
        } else if (is_named && file.error().code.value() != ENOENT) {
            result_.remarks.push_back(file.error().text);
        }
    }

    void look_into(std::string const& folder, bool (*is_wanted)(std::string_view)) {
        auto const names = os::look_into(folder, is_wanted, most_in_folder, most_folder_entries);
        if (names.is_partial)
            result_.remarks.push_back(folder + " has too many entries: not all were looked at");
        for (auto const& name : names.wanted) {
            auto const kind = trace::is_jvm_crash_name(name) ? runtime_file_kind::jvm_crash
                                                             : runtime_file_kind::node_report;
            take({kind, absolute(folder == "." ? std::string() : folder, name), {}}, false);
        }
    }

    // The last written, oldest first.
    void choose() {
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](auto const& a, auto const& b) { return a.file.written < b.file.written; });
        if (candidates_.size() <= most_runtime_files) return;
        std::size_t const surplus = candidates_.size() - most_runtime_files;
        result_.unread += surplus;
        candidates_.erase(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(surplus));
    }

    [[nodiscard]] std::string without_secrets(std::string_view whole, bool is_cut = false) const {
        return plain_and_masked(whole, search_.secrets.get(), is_cut);
    }

    [[nodiscard]] std::string text_of(os::left_file const& file) const {
        return without_secrets(file.head, file.is_cut);
    }

    [[nodiscard]] std::optional<trace::found_trace> trace_of(candidate const& one, std::string const& name) {
        switch (one.name.kind) {
            case runtime_file_kind::jvm_crash:
                return trace::read_jvm_crash(name, text_of(one.file), one.file.is_cut);
            case runtime_file_kind::node_report: {
                auto report = parse_node_report(one.file.head);
                if (!report) return std::nullopt;
                mask(*report);
                auto found = trace::read_node_report(name, *report);
                if (!found) was_asked_for_ = true;
                return found;
            }
            case runtime_file_kind::torch_error: {
                auto error = parse_torch_error(one.file.head);
                if (!error) return std::nullopt;
                bool const ends_in_message = error->is_cut && error->callstack.empty();
                error->message = without_secrets(error->message, ends_in_message);
                error->callstack = without_secrets(error->callstack, error->is_cut);
                return trace::read_torch_error(name, *error);
            }
        }
        return std::nullopt;
    }

    void mask(node_report& report) const {
        for (auto* text : {&report.event, &report.message})
            *text = without_secrets(*text);
        for (auto* list : {&report.command_line, &report.stack, &report.native_frames}) {
            for (auto& text : *list)
                text = without_secrets(text);
        }
    }

    void read(candidate const& one) {
        std::string const name = without_secrets(one.name.path);
        was_asked_for_ = false;
        auto found = trace_of(one, name);
        if (!found) {
            if (was_asked_for_) return;
            ++result_.unread;
            result_.remarks.push_back(name + " is not what its runtime writes" +
                                      (one.file.is_cut ? ", or too large to be read whole" : ""));
            return;
        }
        if (search_.secrets) mask_texts(*found, *search_.secrets);
        if (one.name.rank) {
            found->exception.rank = one.name.rank;
            found->source = "rank " + std::to_string(*one.name.rank);
        }
        auto const age = std::max<wall_clock::duration>(wall_clock::now() - one.file.written, 0s);
        found->first_seen = found->last_seen = steady_clock::now() - age;
        // the parent's file is a copy of the rank's
        auto const same = std::find_if(result_.traces.begin(), result_.traces.end(), [&](auto const& other) {
            return trace::is_same_failure(other, *found);
        });
        if (same == result_.traces.end()) {
            result_.traces.push_back(std::move(*found));
        } else if (!same->exception.rank && found->exception.rank) {
            *same = std::move(*found);
        }
    }

    runtime_file_search const& search_;
    std::vector<candidate> candidates_;
    runtime_files result_;
    bool was_asked_for_ = false;
};

// Shared by the thread that reads and the coroutine that waits: whoever is last lets go of it.
struct waiting {
    explicit waiting(asio::io_context& io) : done(io) {}

    asio::steady_timer done;
    std::optional<runtime_files> found;
};

}  // namespace

runtime_file_places places_of_runtime_files(std::vector<std::string> const& variables,
                                            std::string const& working_directory, uid_t user) {
    runtime_file_places places;
    environment const all(variables);
    places.torch_error_file = all.get(torch_variable).value_or(std::string_view());
    places.folder = working_directory;
    if (user != 0) places.owner = user;
    places.not_before = wall_clock::now();
    return places;
}

runtime_files read_runtime_files(runtime_file_search const& search) {
    return reading(search).all();
}

asio::awaitable<runtime_files> find_runtime_files(asio::io_context& io, os::blocking_worker& worker,
                                                  runtime_file_search search, duration patience) {
    runtime_files none;
    auto w = std::make_shared<waiting>(io);
    w->done.expires_after(patience);
    auto job = [&io, w, search = std::move(search)] {
        auto found = std::make_shared<runtime_files>();
        try {
            *found = read_runtime_files(search);
        } catch (std::exception const& e) {
            *found = {{}, 1, {std::string("files of runtimes could not be read: ") + e.what()}};
        }
        asio::post(io, [w, found] {
            w->found = std::move(*found);
            w->done.cancel();
        });
    };
    none.unread = 1;
    none.remarks.emplace_back("the files that runtimes leave were not found in time");
    if (!worker.submit(std::move(job))) co_return none;
    auto const token = asio::as_tuple(asio::use_awaitable);
    auto [ec] = co_await w->done.async_wait(token);
    (void)ec;
    if (!w->found) co_return none;
    co_return std::move(*w->found);
}

}  // namespace task_agent
