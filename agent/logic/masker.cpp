#include "task_agent/logic/masker.hpp"

#include "task_agent/base/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

constexpr std::string_view mask = "***";

}  // namespace

std::string_view masker::feed(std::string_view piece) {
    if (is_idle()) return piece;
    if (held_.empty()) return scan(piece, false);
    std::string const whole = std::exchange(held_, {}).append(piece);
    auto const passed = scan(whole, false);
    return passed.data() == whole.data() ? masked_.assign(passed) : passed;
}

std::string_view masker::flush() {
    if (held_.empty()) return {};
    std::string const rest = std::exchange(held_, {});
    return scan(rest, true);
}

// `text` begins where the last call stopped; `covered_` bytes of it are masked already.
std::string_view masker::scan(std::string_view text, bool is_end) {
    masked_.clear();
    std::size_t written =
        std::min(covered_, text.size());  // all before it is in masked_, or covered by a mask
    std::size_t masked_to = written;
    for (auto i = secrets_->candidate(text, 0); i < text.size(); i = secrets_->candidate(text, i + 1)) {
        auto const found = secrets_->at(text.substr(i));
        if (found.may_go_on && !is_end) {
            if (i > written) masked_.append(text.substr(written, i - written));
            covered_ = masked_to > i ? masked_to - i : 0;
            held_ = text.substr(i);
            return masked_;
        }
        if (found.length == 0) continue;
        if (i >= masked_to) {
            masked_.append(text.substr(written, i - written)).append(mask);
        }
        masked_to = std::max(masked_to, i + found.length);
        written = masked_to;
    }
    covered_ = 0;
    if (masked_.empty() && written == 0 && !is_end) return text;  // untouched
    masked_.append(text.substr(written));
    return masked_;
}

namespace {

std::string masked_up_to(std::string_view text, secret_set const* secrets, bool is_cut) {
    // borrowed for the length of this call
    masker one(std::shared_ptr<secret_set const>(std::shared_ptr<void>(), secrets));
    std::string out(one.feed(text));
    return is_cut ? out : out.append(one.flush());
}

}  // namespace

std::string masked(std::string_view text, secret_set const& secrets) {
    return masked_up_to(text, &secrets, false);
}

std::string plain_and_masked(std::string_view bytes, secret_set const* secrets, bool is_cut) {
    return masked_up_to(to_plain_text(bytes), secrets, is_cut);
}

}  // namespace task_agent
