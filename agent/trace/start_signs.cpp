#include "task_agent/trace/start_signs.hpp"

#include <algorithm>

namespace task_agent::trace {

start_signs::start_signs(std::span<grammar_entry const> grammars) noexcept {
    for (std::size_t i = 0; i < std::min(grammars.size(), most_grammars); ++i) {
        grammar_set const bit = grammar_set{1} << i;
        line_signs const& signs = grammars[i].signs;
        for (std::string_view const opening : signs.openings) {
            first_[byte(opening[0])] |= bit;
            second_[byte(opening[1])] |= bit;
        }
        for (std::string_view const ending : signs.endings) {
            before_last_[byte(ending[ending.size() - 2])] |= bit;
            last_[byte(ending.back())] |= bit;
        }
        if (signs.anchors) anchored_ |= bit;
    }
}

}  // namespace task_agent::trace
