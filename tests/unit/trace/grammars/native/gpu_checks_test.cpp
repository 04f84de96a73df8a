#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(gpu_checks_tests)

BOOST_AUTO_TEST_CASE(macros_around_calls_tell_the_place) {
    struct sample {
        std::string text;
        std::string message;
    };
    for (sample const& s : {
             sample{"CUDA error at nut.cu:42 code=2(cudaErrorMemoryAllocation) \"cudaMalloc(&p, n)\" \n",
                    "code=2(cudaErrorMemoryAllocation) \"cudaMalloc(&p, n)\""},
             sample{"GPUassert: out of memory nut.cu 42\n", "out of memory"},
             sample{"node1: Test NCCL failure nut.cu:42 'unhandled system error (see the log)'\n"
                    " .. node1 pid 123: Test failure bag.cu:842\n",
                    "unhandled system error (see the log)"},
             sample{"Failed: Cuda error nut.cu:42 'out of memory'\n", "out of memory"},
         }) {
        auto const found = tr::only_one_in("loading\n" + s.text + "ended with 1\n", "cpp");
        BOOST_TEST(found.text == s.text);
        BOOST_TEST(found.exception.message == s.message);
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == "nut.cu");
        BOOST_TEST(found.exception.frames[0].line == 42);
    }
}

BOOST_AUTO_TEST_CASE(what_only_speaks_of_them_is_none) {
    for (std::string const text :
         {"CUDA error checks are on: 3\n", "GPUassert: on\n", "max CUDA error at step:42 is 0.1\n",
          "NCCL error counts: 'none'\n", "assert: a.cu 42\n"})
        BOOST_TEST(tr::traces_in(text + "plain\nplain\nplain\nplain\n").empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
