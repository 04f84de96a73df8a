#include "task_agent/trace/grammars/native/gpu_checks.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t longest_lead = 96;  // a host and "Failed, "

struct words {
    std::string_view message;
    cpp::place where;
};

// "GPUassert: out of memory main.cu 42"
std::optional<words> parse_assert(std::string_view text) noexcept {
    if (!take(text, "GPUassert: ")) return std::nullopt;
    std::size_t const space = text.rfind(' ');
    if (space == std::string_view::npos || space == 0) return std::nullopt;
    int const line = number_of(text.substr(space + 1));
    std::size_t const file = text.rfind(' ', space - 1);
    if (line < 1 || file == std::string_view::npos) return std::nullopt;
    return words{text.substr(0, file), {text.substr(file + 1, space - file - 1), line}};
}

// What stands behind "CUDA error " or "NCCL failure ", and before that only a host and a word of failure.
std::string_view behind_library(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 14> libraries = {
        "CUDA",   "Cuda",  "NCCL",  "RCCL",  "HIP",   "NVSHMEM",  "cuBLAS",
        "CUBLAS", "cuDNN", "CUDNN", "cuFFT", "CUFFT", "cuSPARSE", "CUSPARSE"};
    for (std::string_view const word : {" error ", " failure ", " Error "}) {
        std::size_t const at = text.find(word);
        if (at > longest_lead) continue;
        std::size_t const begin = text.substr(0, at).rfind(' ') + 1;  // npos + 1 = 0
        std::string_view const name = text.substr(begin, at - begin);
        if (std::find(libraries.begin(), libraries.end(), name) != libraries.end())
            return text.substr(at + word.size());
    }
    return {};
}

// "at main.cu:42 code=2(name) "call"", "main.cu:42 'out of memory'"
std::optional<words> parse_placed(std::string_view text) noexcept {
    // most lines that speak of errors end otherwise: nothing else is looked for in them
    if (!text.ends_with('\'') && text.find("code=") == std::string_view::npos) return std::nullopt;
    std::string_view rest = behind_library(text);
    if (rest.empty()) return std::nullopt;
    take(rest, "at ");
    std::size_t const space = rest.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    std::string_view place = rest.substr(0, space);
    if (place.ends_with(':')) place.remove_suffix(1);
    auto const where = cpp::parse_place(place);
    std::string_view message = trimmed(rest.substr(space));
    bool const is_quoted = message.size() > 2 && message.starts_with('\'') && message.ends_with('\'');
    if (!where || !(is_quoted || message.starts_with("code="))) return std::nullopt;
    if (is_quoted) message = message.substr(1, message.size() - 2);
    return words{message, *where};
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    auto const said = parse_assert(text);
    return said ? said : parse_placed(text);
}

class gpu_checks_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        // " .. node1 pid 123: Test failure common.cu:842", of who called it
        if (!report_.type.empty())
            return line.starts_with(" .. ") ? verdict::continues : verdict::ended_before;
        auto const said = parse(line);
        if (!said) return verdict::no_trace;
        report_.type = "error";
        report_.message = bounded(trimmed(said->message));
        report_.cause_line = bounded(trimmed(line));
        report_.role = trace_role::notice;
        report_.add({bounded(said->where.file), said->where.line, {}});
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override { return report_.write_to(trace); }

private:
    native_report report_;
};

}  // namespace

std::optional<start_point> find_gpu_checks_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_gpu_checks_grammar() {
    return std::make_unique<gpu_checks_reader>();
}

}  // namespace task_agent::trace
