// Boost.Test's main, compiled into every unit test executable.
#define BOOST_TEST_MODULE task_agent
#include <boost/test/unit_test.hpp>
