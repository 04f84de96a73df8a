// Boost.Test's main, linked into every test executable.
#define BOOST_TEST_MODULE task_agent
#include <boost/test/unit_test.hpp>
