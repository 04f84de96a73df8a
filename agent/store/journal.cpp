#include "task_agent/store/journal.hpp"

#include "task_agent/logic/journal_frame.hpp"
#include "task_agent/wire/journal_codec.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

namespace task_agent::store {
namespace {

constexpr char file_name[] = "journal";
constexpr char new_file_name[] = "journal.new";

result<std::string> read_from(int fd, std::uint64_t at, std::uint64_t size, std::string const& path) {
    std::string text(size, '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        auto const n = ::pread(fd, text.data() + done, text.size() - done, static_cast<::off_t>(at + done));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), "cannot read " + path + "/" + file_name);
        if (n == 0) break;
        done += static_cast<std::size_t>(n);
    }
    text.resize(done);
    return text;
}

result<> write_all(int fd, std::string_view text, std::string const& path) {
    while (!text.empty()) {
        auto const n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), "cannot write " + path + "/" + file_name);
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
}

result<> sync(int fd, std::string const& path) {
    if (::fsync(fd) == 0) return {};
    return system_error(last_errno(), "cannot write " + path + "/" + file_name);
}

}  // namespace

result<journal> journal::open(state_dir dir) {
    journal opened(std::move(dir));
    if (auto const ok = opened.read(); !ok) return ok.error();
    return opened;
}

result<> journal::read() {
    auto file = dir_.open_file(file_name);
    if (!file) return file.error();
    file_ = std::move(*file);
    struct ::stat facts {};
    if (::fstat(file_.get(), &facts) != 0) return system_error(last_errno(), "cannot read " + path());
    size_ = static_cast<std::uint64_t>(facts.st_size);
    // of a file that is too long the end counts; its first, cut line then is a damaged one
    auto const begin = size_ > longest_journal ? size_ - longest_journal : 0;
    auto text = read_from(file_.get(), begin, size_ - begin, path());
    if (!text) return text.error();
    text_ = std::move(*text);

    auto const decoded = decode_journal(text_);
    damaged_ = decoded.damaged;
    next_sequence_ = decoded.next_sequence;
    for (auto const& frame : decoded.frames) {
        auto record = parse_record(frame.payload);
        if (!record) {
            ++damaged_;
            continue;
        }
        auto const at = static_cast<std::size_t>(frame.payload.data() - text_.data());
        auto const length = frame.payload.size();
        lines_.push_back({frame.sequence, at, length, add_record(sections_, std::move(*record), length)});
    }
    auto const whole = begin + decoded.whole_bytes;
    if (whole == size_) return {};
    if (::ftruncate(file_.get(), static_cast<::off_t>(whole)) != 0)
        return system_error(last_errno(), "cannot write " + path() + "/" + file_name);
    size_ = whole;
    return {};
}

result<> journal::keep(std::span<std::size_t const> which) {
    std::string kept;
    for (auto const& l : lines_) {
        if (std::ranges::find(which, l.section) == which.end()) continue;
        if (auto const text = encode_frame(l.sequence, text_.substr(l.at, l.length))) kept += *text;
    }
    if (kept.size() == size_) return {};
    return replace_by(kept);
}

result<> journal::replace_by(std::string const& text) {
    // an older one is what a death between making and renaming left
    ::unlinkat(dir_.fd(), new_file_name, 0);
    auto made = dir_.open_file(new_file_name, O_EXCL);
    if (!made) return made.error();
    auto done = write_all(made->get(), text, path());
    if (done) done = sync(made->get(), path());
    if (done && ::renameat(dir_.fd(), new_file_name, dir_.fd(), file_name) != 0)
        done = system_error(last_errno(), "cannot rename " + path() + "/" + new_file_name);
    if (!done) {
        ::unlinkat(dir_.fd(), new_file_name, 0);
        return done;
    }
    file_ = std::move(*made);
    size_ = text.size();
    return sync(dir_.fd(), path());  // the rename itself
}

result<> journal::append(std::span<journal_record const> records, durable when) {
    std::string text;
    for (auto const& record : records) {
        auto const framed = encode_frame(next_sequence_, encode_record(record));
        if (!framed || size_ + text.size() + framed->size() > longest_journal)
            return error{make_error_code(boost::system::errc::file_too_large),
                         "no room for a record in " + path() + "/" + file_name};
        text += *framed;
        ++next_sequence_;
    }
    auto done = write_all(file_.get(), text, path());
    if (done) {
        size_ += text.size();
        return when == durable::now ? sync(file_.get(), path()) : result<>();
    }
    // a part of it may be there: the next record must not begin in its midst
    (void)!::ftruncate(file_.get(), static_cast<::off_t>(size_));
    return done;
}

std::vector<journal_section> journal::take_sections() {
    text_ = std::string();
    lines_ = {};
    return std::exchange(sections_, {});
}

}  // namespace task_agent::store
