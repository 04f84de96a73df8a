#include "task_agent/logic/journal_frame.hpp"

#include <boost/crc.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace task_agent {
namespace {

constexpr std::size_t most_digits = 19;
constexpr std::size_t checksum_digits = 8;

using crc_32c = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

std::string checksum_of(std::string_view sequence, std::string_view payload) {
    crc_32c sum;
    sum.process_bytes(sequence.data(), sequence.size());
    sum.process_byte(' ');
    sum.process_bytes(payload.data(), payload.size());
    char text[checksum_digits + 1];
    std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(sum.checksum()));
    return text;
}

std::optional<journal_frame> decode_line(std::string_view line) {
    auto const digits = line.find(' ');
    if (digits == 0 || digits > most_digits) return std::nullopt;  // npos is more, too
    journal_frame frame;
    auto const* const end = line.data() + digits;
    auto const [stopped, failure] = std::from_chars(line.data(), end, frame.sequence);
    if (failure != std::errc() || stopped != end) return std::nullopt;
    auto const rest = line.substr(digits + 1);
    if (rest.size() < checksum_digits + 2 || rest[checksum_digits] != ' ') return std::nullopt;
    frame.payload = rest.substr(checksum_digits + 1);
    if (frame.payload.size() > longest_journal_payload) return std::nullopt;
    if (rest.substr(0, checksum_digits) != checksum_of(line.substr(0, digits), frame.payload))
        return std::nullopt;
    return frame;
}

}  // namespace

std::optional<std::string> encode_frame(std::uint64_t sequence, std::string payload) {
    if (payload.empty() || payload.size() > longest_journal_payload) return std::nullopt;
    std::replace(payload.begin(), payload.end(), '\n', ' ');
    auto const number = std::to_string(sequence);
    if (number.size() > most_digits) return std::nullopt;
    auto line = number + ' ' + checksum_of(number, payload) + ' ';
    line += payload;
    line += '\n';
    return line;
}

decoded_journal decode_journal(std::string_view text) {
    decoded_journal found;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = text.find('\n', at);
        if (end == std::string_view::npos) break;
        auto const frame = decode_line(text.substr(at, end - at));
        at = end + 1;
        found.whole_bytes = at;
        // a number that was there before: a piece of the file that stands in it twice
        if (frame && frame->sequence >= found.next_sequence) {
            found.frames.push_back(*frame);
            found.next_sequence = frame->sequence + 1;
        } else {
            ++found.damaged;
        }
    }
    return found;
}

}  // namespace task_agent
