#include "task_agent/trace/grammars/dotnet/dotnet_build.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_strangers = 12;

struct complaint {
    std::string_view file;
    int line = 0;
    std::string_view message;
    bool is_error = false;
};

// "CS0103", "MSB1003", "NU1101", "FS0039"
bool is_code(std::string_view text) noexcept {
    std::size_t letters = 0;
    while (letters < text.size() && is_upper(text[letters]))
        ++letters;
    std::string_view const digits = text.substr(letters);
    return letters >= 2 && letters <= 7 && digits.size() >= 3 && digits.size() <= 5 &&
           digits_in(digits) == digits.size();
}

// A project may give the errors of its own tasks a code of its own: "NUT7", or none.
bool is_own_code(std::string_view text) noexcept {
    return text.size() <= 32 && std::none_of(text.begin(), text.end(), [](char c) { return is_lower(c); }) &&
           std::all_of(text.begin(), text.end(), is_name);
}

// Of a place: "/app/shop.csproj", "/app/shop.targets(3,5)".
bool is_of_project(std::string_view place) noexcept {
    place = place.substr(0, place.rfind('('));
    return place.ends_with("proj") || place.ends_with(".targets") || place.ends_with(".props") ||
           place.ends_with(".sln");
}

// "/app/shop.cs(3,5): error CS0103: text [/app/shop.csproj]", "/app/shop.csproj : error NU1101: text",
// "error CS5001: text" of Mono's compiler
std::optional<complaint> parse(std::string_view text) noexcept {
    complaint found;
    std::size_t mark = text.find("error ");
    found.is_error = mark != std::string_view::npos;
    if (!found.is_error) mark = text.find("warning ");
    if (mark == std::string_view::npos) return std::nullopt;
    std::string_view const said = text.substr(text.find(' ', mark) + 1);
    std::size_t const colon = said.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view place = trimmed(text.substr(0, mark));
    if (!place.empty() && !place.ends_with(':')) return std::nullopt;
    if (!place.empty()) place = trimmed(place.substr(0, place.size() - 1));
    std::string_view const code = said.substr(0, colon);
    if (!is_code(code) && !(is_of_project(place) && is_own_code(code))) return std::nullopt;
    found.message = said.substr(colon + 2);
    // the project it is of
    std::size_t const project = found.message.rfind(" [");
    if (project != std::string_view::npos && found.message.ends_with("proj]"))
        found.message = found.message.substr(0, project);
    std::size_t const open = place.rfind('(');
    if (open != std::string_view::npos && place.ends_with(')')) {
        std::string_view digits = place.substr(open + 1);
        found.line = std::max(0, take_number(digits));
        found.file = place.substr(0, open);
    } else if (place.find('.') != std::string_view::npos) {
        found.file = place;
    } else if (!place.empty() && place != "CSC" && place != "MSBUILD" && place != "FSC" && place != "VBC") {
        return std::nullopt;
    }
    return found;
}

bool is_count(std::string_view line) noexcept {
    line = trimmed(line);
    return line == "Build FAILED." || line.ends_with(" Warning(s)") || line.ends_with(" Error(s)") ||
           line.starts_with("Compilation failed: ");
}

class dotnet_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        block_.end_here();
        return block_.note(line, read(line));
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        if (cause_line_.empty()) return false;
        // further ones and counts
        block_.cut(trace);
        // it gave up, whatever it says behind that
        trace.role = is_over_ ? trace_role::detached : trace_role::notice;
        trace.cause_line = std::move(cause_line_);
        exception_info& e = trace.exception;
        e.language = "dotnet";
        e.type = "build failed";
        e.message = std::move(message_);
        if (!frame_.file.empty()) e.frames.push_back(std::move(frame_));
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (auto const found = parse(line)) {
            if (found->is_error && cause_line_.empty()) {
                block_.begin_here();
                cause_line_ = bounded(trimmed(line));
                message_ = bounded(trimmed(found->message));
                frame_ = {bounded(found->file, longest_name), found->line, {}};
            }
            strangers_ = 0;
            return verdict::continues;
        }
        if (cause_line_.empty()) return verdict::no_trace;
        if (auto const end = make_.read(line)) {
            block_.go_on();
            return *end;
        }
        if (make_.is_seen()) return verdict::ended_before;
        if (is_count(line)) {
            is_over_ = true;
            return verdict::continues;
        }
        return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    }

    std::string cause_line_;
    std::string message_;
    stack_frame frame_;
    make_end make_;
    block_bounds block_;  // the first one
    bool is_over_ = false;
    int strangers_ = 0;
};

}  // namespace

std::optional<start_point> find_dotnet_build_start(start_context const& context) {
    std::string_view const line = context.line();
    // most lines that are asked for only speak of an error
    std::size_t const mark = line.find("error ");
    bool const is_coded = mark != std::string_view::npos && mark + 6 < line.size() &&
                          (is_upper(line[mark + 6]) || line[mark + 6] == ':');
    if (!is_coded) return std::nullopt;
    for (std::size_t const column : context.columns()) {
        auto const found = parse(line.substr(column));
        if (found && found->is_error) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dotnet_build_grammar() {
    return std::make_unique<dotnet_build_reader>();
}

}  // namespace task_agent::trace
