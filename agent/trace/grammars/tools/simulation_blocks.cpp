#include "task_agent/trace/grammars/tools/simulation_blocks.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t least_wrapped = 70;  // of a line that somebody broke
constexpr int most_lines = 256;

enum class program { none, fortran, calculix, tesseract };

struct words {
    program who;
    std::string_view type;
    std::string_view message;
};

// "forrtl: severe (24): end-of-file during read, unit 5"; what stopped it from outside is no failure of its
// own
std::optional<words> parse_fortran(std::string_view text) noexcept {
    std::string_view rest = text;
    if (!take(rest, "forrtl: ") || (!take(rest, "severe (") && !take(rest, "error ("))) return std::nullopt;
    int const number = take_number(rest);
    bool const is_from_outside = number == 69 || number == 78;
    if (number < 1 || is_from_outside || !take(rest, "): ")) return std::nullopt;
    return words{program::fortran, text.substr(0, text.size() - rest.size() - 2), rest};
}

// "*ERROR in sell: no nut", "*ERROR reading *NUT. Card image:"
std::optional<words> parse_calculix(std::string_view text) noexcept {
    take(text, " ");
    if (!take(text, "*ERROR ")) return std::nullopt;
    bool const is_said = text.starts_with("in ") || text.starts_with("reading ");
    return is_said ? std::optional(words{program::calculix, "error", text}) : std::nullopt;
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    if (auto const said = parse_fortran(text)) return said;
    if (auto const said = parse_calculix(text)) return said;
    return text.starts_with("Error opening data file ")
               ? std::optional(words{program::tesseract, "error", text})
               : std::nullopt;
}

// The next word of a line in columns.
std::string_view take_word(std::string_view& text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::string_view const word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

class simulation_blocks_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_fortran(std::string_view line);
    verdict in_calculix(std::string_view line);
    verdict in_tesseract(std::string_view line);

    program who_ = program::none;
    native_report report_;
    block_bounds block_;
    bool is_sure_ = true;
    bool in_table_ = false;
    bool awaits_card_ = false;
    int lines_ = 0;
};

verdict simulation_blocks_reader::first(std::string_view line) {
    auto const said = parse(line);
    if (!said) return verdict::no_trace;
    who_ = said->who;
    report_.type = bounded(said->type);
    report_.message = bounded(trimmed(said->message));
    report_.cause_line = bounded(trimmed(line));
    report_.role = who_ == program::fortran ? trace_role::native_crash : trace_role::raised;
    // that of the whole, behind those of the cards
    if (report_.message.starts_with("in calinput: at least one fatal")) report_.role = trace_role::summary;
    awaits_card_ = said->message.ends_with("Card image:");
    is_sure_ = who_ != program::tesseract;
    return verdict::continues;
}

// "Image              PC                Routine            Line        Source", "sell  0000404  MAIN__  12
// sell.f90"
verdict simulation_blocks_reader::in_fortran(std::string_view line) {
    std::string_view rest = line;
    std::string_view const image = take_word(rest);
    if (!in_table_) {
        in_table_ = image == "Image" && take_word(rest) == "PC";
        bool const is_wrapped = lines_ == 2 && report_.cause_line.size() >= least_wrapped && !is_blank(line);
        return in_table_ || is_wrapped || (lines_ == 2 && is_blank(line)) ? verdict::continues
                                                                          : verdict::ended_before;
    }
    // its address
    if (take_word(rest).find_first_not_of("0123456789ABCDEFabcdef") != std::string_view::npos || rest.empty())
        return verdict::ended_before;
    std::string_view const routine = take_word(rest);
    int const number = number_of(take_word(rest));
    if (number > 0) report_.add({bounded(trimmed(rest), longest_name), number, bounded(routine)});
    return verdict::continues;
}

verdict simulation_blocks_reader::in_calculix(std::string_view line) {
    if (awaits_card_) {
        awaits_card_ = is_blank(line);
        return awaits_card_ ? verdict::continues : verdict::ends;
    }
    return line.starts_with("   ") && !is_blank(line) ? verdict::continues : verdict::ended_before;
}

// One of several languages may be missing.
verdict simulation_blocks_reader::in_tesseract(std::string_view line) {
    if (line.starts_with("Please make sure the TESSDATA_PREFIX ")) return verdict::continues;
    block_.end_here();
    if (line.starts_with("Tesseract couldn't load any languages!")) {
        is_sure_ = true;
        return verdict::ends;
    }
    bool const is_more =
        line.starts_with("Failed loading language '") || line.starts_with("Error opening data file ");
    return is_more ? verdict::continues : verdict::no_trace;
}

verdict simulation_blocks_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (who_) {
        case program::none:
            return first(line);
        case program::fortran:
            return in_fortran(line);
        case program::calculix:
            return in_calculix(line);
        case program::tesseract:
            return in_tesseract(line);
    }
    return verdict::ended_before;
}

bool simulation_blocks_reader::conclude(found_trace& trace) {
    block_.cut(trace);
    return is_sure_ && report_.write_to(trace);
}

}  // namespace

std::optional<start_point> find_simulation_blocks_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_simulation_blocks_grammar() {
    return std::make_unique<simulation_blocks_reader>();
}

}  // namespace task_agent::trace
