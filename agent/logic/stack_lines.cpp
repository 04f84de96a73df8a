#include "task_agent/logic/stack_lines.hpp"

#include "task_agent/core/library_frame.hpp"

#include <algorithm>
#include <optional>

namespace task_agent {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr auto npos = std::string_view::npos;

// Where a frame says that it is.
struct place {
    std::string_view file;
    std::string_view function;
};

// Bars are the margin of an exception group.
std::size_t margin_of(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(" \t|+"), line.size());
}

std::string_view without_margin(std::string_view line) noexcept {
    return line.substr(margin_of(line));
}

bool skip(std::string_view& text, std::string_view what) noexcept {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

bool skip_number(std::string_view& text) noexcept {
    std::size_t const n = std::min(text.find_first_not_of(digits), text.size());
    text.remove_prefix(n);
    return n > 0;
}

std::string_view up_to(std::string_view text, std::string_view mark) noexcept {
    return text.substr(0, text.find(mark));
}

void skip_blanks(std::string_view& text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

// "0x00007f12 in ", "0x55d0 - "
void skip_address(std::string_view& text) noexcept {
    if (!text.starts_with("0x")) return;
    std::string_view rest = text.substr(std::min(text.find(' '), text.size()));
    if (skip(rest, " in ") || skip(rest, " - ")) text = rest;
}

// File "/app/x.py", line 3, in f
std::optional<place> python_frame(std::string_view text) noexcept {
    if (!skip(text, "File \"")) return std::nullopt;
    std::size_t const end = text.find("\", line ");
    if (end == npos) return std::nullopt;
    std::size_t const in = text.find(" in ", end);
    return place{text.substr(0, end), in == npos ? std::string_view() : text.substr(in + 4)};
}

// at java.base/java.util.List.of(List.java:3), at f (/app/x.js:1:2), at X.F() in /src/x.cs:line 3
std::optional<place> at_frame(std::string_view text) noexcept {
    if (!skip(text, "at ")) return std::nullopt;
    (void)skip(text, "async ");
    place found;
    std::size_t const open = text.find('(');
    found.function = text.substr(0, open);
    if (open == npos) return place{text, {}};
    if (found.function.ends_with(' ')) {
        found.function.remove_suffix(1);
        found.file = up_to(text.substr(open + 1), ")");
    }
    if (std::size_t const in = text.find(") in "); in != npos) found.file = text.substr(in + 5);
    // a module of the JVM: "java.base/", "app//"
    if (std::size_t const slash = found.function.rfind('/'); slash != npos && found.file.empty())
        found.function.remove_prefix(slash + 1);
    return found;
}

// #3  0x0000 in f (x=1) at x.c:3, #0 0x0000 in f /app/x.cc:3:5, #0 /app/x.php(3): f()
std::optional<place> numbered_frame(std::string_view text) noexcept {
    if (!skip(text, "#") || !skip_number(text) || !text.starts_with(' ')) return std::nullopt;
    skip_blanks(text);
    skip_address(text);
    if (text.starts_with('/')) return place{up_to(text, "("), {}};
    place found;
    found.function = up_to(text, " ");
    for (std::string_view const mark : {" from ", " at "}) {
        if (std::size_t const at = text.find(mark); at != npos) found.file = text.substr(at + mark.size());
    }
    if (std::size_t const slash = text.find(" /"); found.file.empty() && slash != npos)
        found.file = text.substr(slash + 1);
    if (std::size_t const slash = text.find("(/"); found.file.empty() && slash != npos)
        found.file = text.substr(slash + 1);
    return found;
}

// 3: core::panicking::panic; its place stands in the line below
std::optional<place> counted_frame(std::string_view text) noexcept {
    if (!skip_number(text) || !skip(text, ": ")) return std::nullopt;
    skip_blanks(text);
    skip_address(text);
    return place{{}, text};
}

// from /app/x.rb:3:in `f'; /app/x.rb:3:in `f': the message
std::optional<place> ruby_frame(std::string_view text) noexcept {
    bool const is_from = skip(text, "from ");
    std::size_t const in = text.find(":in ");
    if (in == npos || (!is_from && !text.starts_with('/'))) return std::nullopt;
    // the line that says what was raised stays
    if (!is_from && text.find("': ", in) != npos) return std::nullopt;
    return place{text.substr(0, in), {}};
}

std::optional<place> perl_frame(std::string_view text) noexcept {
    constexpr std::string_view called = " called at ";
    std::size_t const at = text.find(called);
    if (at == npos || text.find(" line ", at) == npos) return std::nullopt;
    return place{text.substr(at + called.size()), up_to(text, "(")};
}

std::optional<place> lua_frame(std::string_view line) noexcept {
    if (!line.starts_with('\t') || line.find(": in ") == npos) return std::nullopt;
    return place{up_to(line.substr(1), ": in "), {}};
}

// (elixir 1.14.0) lib/enum.ex:3: Enum.map/2
std::optional<place> elixir_frame(std::string_view text) noexcept {
    if (!text.starts_with('(') || text.find(".ex") == npos) return std::nullopt;
    for (std::string_view const app : {"(elixir ", "(stdlib ", "(kernel ", "(mix ", "(ex_unit "}) {
        if (text.starts_with(app)) return place{"/lib/elixir/", {}};
    }
    return place{up_to(text, ":"), {}};
}

// V  [libjvm.so+0x1]  f+0x2, j  com.x.Main.f(I)V+3, J 12 c2 com.x.Main.f(I)V (3 bytes)
std::optional<place> jvm_frame(std::string_view line) noexcept {
    if (line.size() < 4 || line[1] != ' ' || std::string_view("VCJjvA").find(line[0]) == npos)
        return std::nullopt;
    char const kind = line[0];
    std::string_view text = line.substr(1);
    skip_blanks(text);
    if (kind == 'v' || kind == 'V') return place{"libjvm.so", {}};
    if (skip(text, "[")) return place{up_to(text, "+"), {}};
    if (kind != 'j' && (kind != 'J' || text.find_first_of(digits) != 0)) return std::nullopt;
    std::string_view name = up_to(text, "(");
    while (name.ends_with(' '))
        name.remove_suffix(1);
    return place{{}, name.substr(name.rfind(' ') + 1)};
}

std::optional<place> frame_in(std::string_view line) noexcept {
    std::string_view const text = without_margin(line);
    bool const is_indented = text.size() < line.size();
    if (auto found = python_frame(text)) return found;
    if (is_indented) {
        if (auto found = at_frame(text)) return found;
        if (auto found = perl_frame(text)) return found;
        if (auto found = lua_frame(line)) return found;
        if (auto found = elixir_frame(text)) return found;
        if (auto found = counted_frame(text)) return found;
    } else if (auto found = jvm_frame(line)) {
        return found;
    }
    if (auto found = numbered_frame(text)) return found;
    return ruby_frame(text);
}

class reader {
public:
    explicit reader(std::string_view text) : left_(text) {}

    std::vector<stack_piece> all() {
        while (!left_.empty()) {
            std::string_view const line = peek();
            std::size_t const start = at_;
            take();
            std::string_view const next = peek();
            if (is_go(line, next)) {
                take();
                add(start, place{without_margin(next), {}});
            } else if (auto found = frame_in(line)) {
                if (counted_frame(without_margin(line)) && without_margin(next).starts_with("at ")) {
                    // Rust's place
                    found->file = without_margin(next).substr(3);
                    take();
                } else if (without_margin(line).starts_with("File \"")) {
                    take_source(line);
                }
                add(start, *found);
            } else {
                pieces_.push_back({whole_.substr(start, at_ - start), false, false});
            }
        }
        return std::move(pieces_);
    }

private:
    // The next line without its end; empty at the end too.
    [[nodiscard]] std::string_view peek() const noexcept { return up_to(left_, "\n"); }

    void take() noexcept {
        std::size_t const n = std::min(up_to(left_, "\n").size() + 1, left_.size());
        left_.remove_prefix(n);
        at_ += n;
    }

    // What Python prints below a frame: the source, marks under it, "[Previous line repeated 3 more times]".
    void take_source(std::string_view frame) noexcept {
        for (;;) {
            std::string_view const line = peek();
            std::string_view const text = without_margin(line);
            bool const is_repeated = text.starts_with("[Previous line repeated ");
            if (text.empty() || (!is_repeated && margin_of(line) <= margin_of(frame))) return;
            if (python_frame(text)) return;
            take();
        }
    }

    // main.f(0x1)
    //         /app/main.go:3 +0x1d
    static bool is_go(std::string_view line, std::string_view next) noexcept {
        bool const is_call = line.ends_with(')') || line.starts_with("created by ");
        return is_call && margin_of(line) == 0 && next.starts_with('\t') && next.find(".go:") != npos;
    }

    void add(std::size_t start, place const& where) {
        pieces_.push_back(
            {whole_.substr(start, at_ - start), true, is_library_frame(where.file, where.function)});
    }

    std::string_view left_;
    std::string_view const whole_ = left_;
    std::size_t at_ = 0;
    std::vector<stack_piece> pieces_;
};

}  // namespace

std::vector<stack_piece> pieces_of(std::string_view trace) {
    return reader(trace).all();
}

}  // namespace task_agent
