// Of a text with one trace: that one.
#pragma once

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace task_agent::trace {

inline found_trace only_one_in(std::string const& text, std::string_view language) {
    auto const found = traces_in(text);
    BOOST_REQUIRE_MESSAGE(found.size() == 1u, found.size() << " traces in\n" << text);
    BOOST_TEST(found[0].exception.language == language);
    return found[0];
}

}  // namespace task_agent::trace
