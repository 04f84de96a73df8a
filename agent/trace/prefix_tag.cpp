// What tells the processes of one stream apart.
#include "prefix_pieces.hpp"
#include <algorithm>

namespace task_agent::trace::prefix {
namespace {

constexpr std::size_t container_stream_size = 8;  // of CRI's

bool is_tag_text(std::string_view inner) noexcept {
    return !inner.empty() && std::all_of(inner.begin(), inner.end(), [](char c) {
        return is_word(c) || std::string_view(".,:/=#@-| ").find(c) != std::string_view::npos;
    });
}

bool names_process(std::string_view inner) noexcept {
    return inner.find("pid=") != std::string_view::npos || inner.find("ip=") != std::string_view::npos ||
           inner.find("rank") != std::string_view::npos || inner.find("Rank") != std::string_view::npos ||
           inner.find("RANK") != std::string_view::npos;
}

// "build-4", "gpu-node-12": a word of a log that looks so is rare.
bool is_numbered_host(std::string_view name) noexcept {
    std::size_t const last = name.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last == 0 || last + 1 == name.size() || name[last] != '-')
        return false;
    return is_lower(name[0]) && std::all_of(name.begin(), name.end(),
                                            [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

}  // namespace

std::size_t bracket_tag(std::string_view text) noexcept {
    // of mpirun, which leaves the number out where --tag-output was not asked for
    if (text.starts_with("<stderr>:") || text.starts_with("<stdout>:")) return 9;
    bracketed const b = bracket_of(text);
    if (b.close == 0 || b.close == '>') return 0;
    std::size_t const stop = text.substr(0, longest_tag).find(b.close);
    if (stop == std::string_view::npos) return 0;
    std::string_view const inner = text.substr(1, stop - 1);
    // "[       OK ] Car.goes" is a test's
    if (inner.starts_with(' ') || !is_tag_text(inner) || (b.close == ')' && !names_process(inner))) return 0;
    std::size_t n = stop + 1;
    for (std::string_view const stream : {"<stderr>", "<stdout>"}) {
        if (text.substr(n).starts_with(stream)) n += stream.size();
    }
    if (n < text.size() && text[n] == ':') ++n;
    return n;
}

std::size_t step_time(std::string_view text) noexcept {
    std::size_t const seconds = run_of(text.substr(0, longest_tag), is_digit);
    if (seconds == 0 || !text.substr(seconds).starts_with('.')) return 0;
    std::size_t const part = run_of(text.substr(seconds + 1, longest_tag), is_digit);
    std::size_t const end = seconds + 1 + part;
    return part > 0 && (end == text.size() || text[end] == ' ') ? end : 0;
}

std::size_t label(std::string_view text) noexcept {
    if (text.starts_with('#')) {
        std::size_t const step = 1 + run_of(text.substr(1, longest_tag), is_digit);
        bool const is_step =
            step > 1 && text.substr(step).starts_with(' ') && step_time(text.substr(step + 1)) > 0;
        return is_step ? step : 0;
    }
    std::size_t const digits = run_of(text, is_digit);
    if (digits > 0 && digits <= 5 && text.substr(digits).starts_with(": ")) return digits + 1;
    if (text[0] == 'r' || text[0] == 'R') {
        for (std::string_view const word : {"rank", "Rank", "RANK"}) {
            if (!text.starts_with(word)) continue;
            std::size_t n = word.size();
            if (n < text.size() && (text[n] == ' ' || text[n] == '=' || text[n] == ':')) ++n;
            std::size_t const number = run_of(text.substr(n), is_digit);
            if (number == 0) return 0;
            n += number;
            if (n < text.size() && text[n] == ':') return n + 1;
            return text.substr(n).starts_with(" |") || text.substr(n).starts_with(" -") ? n : 0;
        }
    }
    std::size_t const name = run_of(text.substr(0, 48), is_name);
    if (name == 0 || name >= text.size()) return 0;
    if (text[name] == ':') {
        // gcc's own compiler speaks under the name of cc1
        bool const is_node = name > 1 && is_digit(text[name - 1]) && is_letter(text[0]) &&
                             name + 1 < text.size() && text[name + 1] == ' ' && !text.starts_with("cc1: ");
        return is_node ? name + 1 : 0;
    }
    // syslog's form, where it is written to the terminal: "collectd[2736]:"
    if (text[name] == '[' && name > 1 && !text.starts_with("make[") && !text.starts_with("gmake[")) {
        std::size_t const pid = run_of(text.substr(name + 1), is_digit);
        return pid > 1 && text.substr(name + 1 + pid).starts_with("]: ") ? name + pid + 3 : 0;
    }
    // of supervisors: "train stderr | "
    for (std::string_view const stream : {" stderr | ", " stdout | "}) {
        if (text.substr(name).starts_with(stream)) return name + stream.size() - 3;
    }
    std::size_t const blanks = blanks_in(text.substr(name, 24));
    return blanks > 0 && text.substr(name + blanks).starts_with("| ") ? name : 0;
}

std::size_t place_piece(std::string_view text) noexcept {
    // Airflow's "{subprocess.py:93}"
    bool const is_braced = text.starts_with('{');
    std::string_view const stop = is_braced ? "} " : "] ";
    if (is_braced) text.remove_prefix(1);
    std::size_t const file = run_of(text.substr(0, longest_name), is_name);
    if (file == 0 || text.substr(0, file).find('.') == std::string_view::npos ||
        !text.substr(file).starts_with(':'))
        return 0;
    std::size_t const line = run_of(text.substr(file + 1), is_digit);
    return line > 0 && text.substr(file + 1 + line).starts_with(stop) ? file + line + 2 + (is_braced ? 1 : 0)
                                                                      : 0;
}

bool is_container_stream(std::string_view text) noexcept {
    for (std::string_view const form : {"stderr F", "stdout F", "stderr P", "stdout P"}) {
        if (text.starts_with(form) && (text.size() == form.size() || text[form.size()] == ' ')) return true;
    }
    return false;
}

std::size_t tag_behind_time(std::string_view text) noexcept {
    if (is_container_stream(text)) return container_stream_size;
    std::size_t const host = run_of(text, is_name);
    // of foreman and its kin: "web.1  | "
    std::size_t const blanks = blanks_in(text.substr(host));
    if (host > 1 && text.substr(host + blanks).starts_with("| ")) return host;
    // what a make says that another one runs: "make[1]:"
    bool const is_make = text.starts_with("make[") || text.starts_with("gmake[");
    // a platform's own: "app[web.1]:"
    if (host > 0 && host < text.size() && text[host] == '[' && !is_make) {
        std::size_t const end = host + 1 + run_of(text.substr(host + 1, longest_tag), is_name);
        return end > host + 1 && text.substr(end).starts_with("]:") ? end + 2 : 0;
    }
    if (host == 0 || host + 1 >= text.size() || text[host] != ' ') return 0;
    std::size_t n = host + 1 + run_of(text.substr(host + 1, longest_name), is_name);
    if (n < text.size() && text[n] == '[') {
        std::size_t const pid = run_of(text.substr(n + 1), is_digit);
        if (pid == 0 || n + 1 + pid >= text.size() || text[n + 1 + pid] != ']') return 0;
        n += pid + 2;
        return n < text.size() && text[n] == ':' ? n + 1 : 0;
    }
    // of a collector of containers' logs: "train-0-xyz stderr: "
    for (std::string_view const stream : {" stderr: ", " stdout: "}) {
        if (text.substr(host).starts_with(stream)) return host + stream.size() - 1;
    }
    return is_numbered_host(text.substr(0, host)) ? host : 0;
}

}  // namespace task_agent::trace::prefix
