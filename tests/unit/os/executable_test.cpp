#include "task_agent/os/executable.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

namespace os = task_agent::os;

BOOST_AUTO_TEST_SUITE(executable_tests)

BOOST_AUTO_TEST_CASE(a_script_names_its_interpreter_without_its_argument) {
    support::temp_dir const dir;
    auto const path = dir / "script";
    for (char const* head :
         {"#!/opt/py/bin/python -u\nprint()\n", "#! \t/opt/py/bin/python\n", "#!/opt/py/bin/python"}) {
        support::write_file(path, head);
        BOOST_TEST(os::interpreter_of(path.c_str()) == "/opt/py/bin/python", head);
        BOOST_TEST(!os::is_elf(path.c_str()));
    }
    for (char const* head : {"", "#", "#!", "#!\n/bin/sh", "echo\n"}) {
        support::write_file(path, head);
        BOOST_TEST(os::interpreter_of(path.c_str()) == "", head);
    }
}

BOOST_AUTO_TEST_CASE(a_program_names_its_loader) {
    BOOST_TEST(os::is_elf("/bin/ls"));
    BOOST_TEST(os::interpreter_of("/bin/ls").find("ld-linux") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_cut_or_absent_names_nothing) {
    support::temp_dir const dir;
    auto const whole = support::read_file("/bin/ls");
    for (std::size_t const size : {4U, 20U, 63U, 64U, 100U, 300U, 700U}) {
        support::write_file(dir / "cut", whole.substr(0, size));
        (void)os::interpreter_of((dir / "cut").c_str());
    }
    BOOST_TEST(os::interpreter_of((dir / "absent").c_str()) == "");
    BOOST_TEST(os::interpreter_of(dir.path().c_str()) == "");
    BOOST_TEST(!os::is_elf((dir / "absent").c_str()));
}

BOOST_AUTO_TEST_SUITE_END()
