#include "task_agent/logic/trace_fit.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/core/library_frame.hpp"
#include "task_agent/logic/stack_lines.hpp"

#include "cause_place.hpp"
#include <algorithm>

namespace task_agent {
namespace {

constexpr std::size_t always_kept = 4;            // frames on either side of the cause line
constexpr std::size_t first_shown = 2;            // innermost frames, whoever's they are
constexpr std::size_t longest_note = 96;          // of frames that were left out, its line end included
constexpr std::size_t longest_library_note = 56;  // where all of them are of libraries
constexpr std::size_t compared = 200;             // of the cause line, which may be a long message

std::string note(std::size_t frames, std::size_t of_libraries) {
    if (frames == 0) return {};
    std::string const number = std::to_string(frames);
    if (of_libraries == frames)
        return "  ... " + number + (frames == 1 ? " library frame" : " library frames") +
               " left out by task-agent ...\n";
    return "  ... " + number + (frames == 1 ? " frame" : " frames") + ", " + std::to_string(of_libraries) +
           " of libraries, left out by task-agent ...\n";
}

// Which pieces stay, and what that costs.
class selection {
public:
    selection(std::vector<stack_piece> const& pieces, bool all, std::size_t note_size = longest_note)
        : pieces_(pieces), kept_(pieces.size(), all), note_size_(note_size) {
        if (!all) return;
        for (auto const& piece : pieces)
            size_ += piece.text.size();
    }

    [[nodiscard]] bool is_kept(std::size_t i) const noexcept { return kept_[i]; }

    // With a note for every run of frames that do not stay.
    [[nodiscard]] std::size_t size() const noexcept { return size_ + runs_ * note_size_; }

    void leave_out(std::size_t i) noexcept {
        kept_[i] = false;
        size_ -= pieces_[i].text.size();
        std::size_t const neighbours = is_left_out(i - 1) + is_left_out(i + 1);
        runs_ = runs_ + 1 - neighbours;
    }

    void keep(std::size_t i) noexcept { kept_[i] = true; }

    [[nodiscard]] std::string text() const {
        std::string text;
        std::size_t frames = 0;
        std::size_t of_libraries = 0;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!kept_[i]) {
                frames += pieces_[i].is_frame;
                of_libraries += pieces_[i].is_library;
                continue;
            }
            text += note(frames, of_libraries);
            frames = of_libraries = 0;
            text += pieces_[i].text;
            if (!text.ends_with('\n')) text += '\n';
        }
        return text + note(frames, of_libraries);
    }

private:
    // Index 0 - 1 wraps to what is no index.
    [[nodiscard]] std::size_t is_left_out(std::size_t i) const noexcept {
        return i < kept_.size() && !kept_[i] ? 1 : 0;
    }

    std::vector<stack_piece> const& pieces_;
    std::vector<bool> kept_;
    std::size_t note_size_;
    std::size_t size_ = 0;
    std::size_t runs_ = 0;
};

// The line that tells, with the frames of its own section next to it, in the order of the trace.
std::string with_frames(std::vector<stack_piece> const& pieces, frames_of_cause const& at,
                        std::string_view cause_line, std::size_t limit) {
    // as the trace prints it ("E   ValueError: bad"), unless it has lost it
    std::string_view line = at.piece < pieces.size() ? pieces[at.piece].text : cause_line;
    if (line.ends_with('\n')) line.remove_suffix(1);
    std::size_t const most_said = std::min(limit / 2, limit - std::min<std::size_t>(limit, 1));
    // far behind other words of its line it would be cut off
    std::string_view const sought = cause_line.substr(0, compared);
    std::size_t const start = line.find(sought);
    if (start != std::string_view::npos && start + sought.size() > most_said) line.remove_prefix(start);
    std::string said(utf8_prefix(line, most_said));
    said += '\n';
    if (said.size() > limit) return {};
    if (limit - said.size() < longest_note) return said;

    std::size_t room = limit - said.size();
    selection kept(pieces, false);
    // every frame that stays may split a run in two: a note each, and one more at the far end
    std::size_t used = longest_note;
    auto const take = [&](std::size_t i) {
        std::size_t const cost = pieces[i].text.size() + 1 + longest_note;
        if (kept.is_kept(i) || used + cost > room) return;
        used += cost;
        kept.keep(i);
    };
    for (std::size_t n = 0; n < std::min(first_shown, at.frames.size()); ++n)
        take(at.frames[n]);
    for (std::size_t const i : at.frames) {
        if (!pieces[i].is_library) take(i);
    }
    for (std::size_t const i : at.frames)
        take(i);
    std::vector<stack_piece> chosen;
    chosen.reserve(at.frames.size());
    std::vector<std::size_t> order(at.frames);
    if (at.are_above) std::reverse(order.begin(), order.end());
    for (std::size_t const i : order)
        chosen.push_back(pieces[i]);
    selection shown(chosen, false);
    for (std::size_t n = 0; n < order.size(); ++n) {
        if (kept.is_kept(order[n])) shown.keep(n);
    }
    return at.are_above ? shown.text() + said : said + shown.text();
}

}  // namespace

std::string without_library_frames(std::string_view trace, std::string_view cause_line, std::size_t limit) {
    if (trace.size() <= limit) return std::string(trace);
    auto const pieces = pieces_of(trace);
    auto const around = frames_around(pieces, cause_in(pieces, cause_line.substr(0, compared)));
    struct candidate {
        std::size_t index;
        std::size_t distance;
    };
    std::vector<candidate> candidates;
    for (auto const* side : {&around.above, &around.below}) {
        for (std::size_t n = always_kept; n < side->size(); ++n) {
            if (pieces[(*side)[n]].is_library) candidates.push_back({(*side)[n], n});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](candidate const& a, candidate const& b) { return a.distance > b.distance; });
    selection kept(pieces, true, longest_library_note);
    for (candidate const& c : candidates) {
        if (kept.size() <= limit) break;
        kept.leave_out(c.index);
    }
    return kept.text();
}

std::string innermost_of(std::string_view trace, std::string_view cause_line, std::size_t limit) {
    auto const pieces = pieces_of(trace);
    std::size_t const cause = cause_in(pieces, cause_line.substr(0, compared));
    auto const roots = causes_below(pieces, cause);
    if (roots.empty()) return with_frames(pieces, frames_next_to(pieces, cause), cause_line, limit);
    std::string text = with_frames(pieces, frames_next_to(pieces, cause), cause_line, limit * 3 / 8);
    if (roots.size() > 1)
        text += "  ... " + std::to_string(roots.size() - 1) + (roots.size() == 2 ? " cause" : " causes") +
                " in between left out by task-agent ...\n";
    if (text.size() > limit) text.clear();
    return text + with_frames(pieces, frames_next_to(pieces, roots.back()), {}, limit - text.size());
}

bool shows_cause(std::string_view part, std::string_view trace, std::string_view cause_line) {
    auto const holds = [part](std::string_view text) { return part.find(text) != std::string_view::npos; };
    std::string_view const sought = cause_line.substr(0, compared);
    if (!holds(sought)) {
        // a runtime without types prints the message alone
        std::string_view const message = sought.substr(std::min(sought.find(": "), sought.size()));
        bool const is_in_other_words = trace.find(sought) == std::string_view::npos;
        if (!is_in_other_words || message.size() <= 2 || !holds(message.substr(2))) return false;
    }
    auto const pieces = pieces_of(trace);
    std::size_t cause = cause_in(pieces, sought);
    // of a chain that goes on below, its end counts
    if (auto const roots = causes_below(pieces, cause); !roots.empty()) {
        cause = roots.back();
        if (!holds(pieces[cause].text.substr(0, compared))) return false;
    }
    auto const frames = frames_next_to(pieces, cause).frames;
    for (std::size_t n = 0; n < std::min(first_shown, frames.size()); ++n) {
        if (!holds(pieces[frames[n]].text)) return false;
    }
    auto const users = std::find_if(frames.begin(), frames.end(),
                                    [&](std::size_t const i) { return !pieces[i].is_library; });
    return users == frames.end() || holds(pieces[*users].text);
}

std::size_t fit_frames(std::vector<stack_frame>& frames, std::size_t most) {
    if (frames.size() <= most) return 0;
    std::size_t surplus = frames.size() - most;
    std::size_t const gone = surplus;
    std::size_t const spare = frames.size() - std::min(frames.size(), always_kept);
    std::vector<stack_frame> kept;
    kept.reserve(most);
    std::size_t i = 0;
    for (; i < spare && surplus > 0; ++i) {
        stack_frame& frame = frames[i];
        if (is_library_frame(frame.file, frame.function)) {
            --surplus;
        } else {
            kept.push_back(std::move(frame));
        }
    }
    for (; i < frames.size(); ++i)
        kept.push_back(std::move(frames[i]));
    // the user's own recursion: its middle goes
    if (surplus > 0) {
        auto const from =
            kept.begin() + static_cast<std::ptrdiff_t>(std::min(most / 4, kept.size() - surplus));
        kept.erase(from, from + static_cast<std::ptrdiff_t>(surplus));
    }
    frames = std::move(kept);
    return gone;
}

}  // namespace task_agent
