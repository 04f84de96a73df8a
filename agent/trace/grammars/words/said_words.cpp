#include "said_words.hpp"

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/tools/server_head.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"

#include "record_words.hpp"

namespace task_agent::trace {

said_words words_of(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    said_words said{behind_server_head(line.substr(prefix.end())), prefix.level};
    if (said.level != log_level::none) return said;
    if (auto const record = closing::parse_logfmt(line))
        return {record->reason.empty() ? record->message : record->reason, record->level};
    if (!trimmed(said.text).starts_with('{')) return said;
    if (is_error_record(said.text)) said.level = log_level::error;
    if (is_calm_record(said.text)) said.level = log_level::info;
    said.text = words_of_record(said.text);
    return said;
}

}  // namespace task_agent::trace
