// The journal of a state dir: what runs did, and the ends that the platform has not got yet (contract 6).
//
// Appended and fsynced record by record; read as a whole when it is opened. A record that could not be
// written whole (a full disk) is taken back, so that the file stays one of whole lines. The rewriting that
// keeps it small goes to a new file that is renamed over the old one: at every moment one of both is there.
//
// Every call may block as long as the file system does. Move-only; any thread, one at a time.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/journal_record.hpp"
#include "task_agent/logic/journal_sections.hpp"
#include "task_agent/store/state_dir.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace task_agent::store {

class journal {
public:
    [[nodiscard]] static result<journal> open(state_dir dir);

    // As it was when it was opened.
    [[nodiscard]] std::vector<journal_section> const& sections() const noexcept { return sections_; }
    // Records that were skipped because they are not as anybody wrote them.
    [[nodiscard]] std::size_t damaged() const noexcept { return damaged_; }

    // Leaves out all records of other sections (positions in sections()), and everything that is damaged. The
    // file is rewritten only when that changes it. On an error it stays as it was.
    [[nodiscard]] result<> keep(std::span<std::size_t const> which);

    enum class durable {
        now,         // one fsync for all of them
        with_later,  // outlives the agent, and the machine once a later record is synced
    };
    // One write for all of them.
    [[nodiscard]] result<> append(std::span<journal_record const> records, durable when = durable::now);

    // The sections, for good; frees what was read.
    [[nodiscard]] std::vector<journal_section> take_sections();

    [[nodiscard]] std::string const& path() const noexcept { return dir_.path(); }

private:
    struct line {
        std::uint64_t sequence;
        std::size_t at;  // of its payload in text_
        std::size_t length;
        std::size_t section;
    };

    explicit journal(state_dir dir) : dir_(std::move(dir)) {}
    [[nodiscard]] result<> read();
    [[nodiscard]] result<> replace_by(std::string const& text);

    state_dir dir_;
    unique_fd file_;
    std::uint64_t size_ = 0;  // of the file, all of it whole lines once read() has cut a torn one
    std::uint64_t next_sequence_ = 1;
    std::size_t damaged_ = 0;
    std::string text_;
    std::vector<line> lines_;
    std::vector<journal_section> sections_;
};

}  // namespace task_agent::store
