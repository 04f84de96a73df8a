#include "task_agent/logic/start_failure.hpp"

#include <boost/system/system_category.hpp>
#include <boost/test/unit_test.hpp>

#include <cerrno>

namespace ta = task_agent;

namespace {

ta::error_code code(int number) {
    return {number, boost::system::system_category()};
}

ta::program_facts a_file() {
    ta::program_facts facts;
    facts.exists = facts.is_regular = true;
    facts.mode = 0755;
    facts.own_machine = "x86-64";
    return facts;
}

std::string why(int number, ta::program_facts const& facts, std::string_view program = "./run.sh") {
    return ta::explain_exec_failure(program, program, code(number), facts).sentence;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(start_failure_tests)

BOOST_AUTO_TEST_CASE(not_found_is_127_and_says_where_it_was_looked_for) {
    auto const by_name = ta::explain_exec_failure("trian", "/usr/bin/trian", code(ENOENT), {});
    BOOST_TEST(by_name.exit_code == 127);
    BOOST_TEST(by_name.sentence == "cannot start trian: not found in any folder of PATH");
    auto const by_path = ta::explain_exec_failure("./run.sh", "./run.sh", code(ENOENT), {});
    BOOST_TEST(by_path.exit_code == 127);
    BOOST_TEST(by_path.sentence == "cannot start ./run.sh: no such file");
}

BOOST_AUTO_TEST_CASE(a_missing_interpreter_is_named) {
    auto facts = a_file();
    facts.interpreter = "/opt/python3";
    BOOST_TEST(why(ENOENT, facts) ==
               "cannot start ./run.sh: ./run.sh needs the interpreter /opt/python3, which is missing");
    facts.interpreter = "/bin/sh\r";
    BOOST_TEST(why(ENOENT, facts) ==
               "cannot start ./run.sh: ./run.sh needs the interpreter /bin/sh\\r (the file has Windows line "
               "ends), which is missing");
    facts.interpreter_exists = true;
    BOOST_TEST(why(ENOENT, facts).find("interpreter") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_link_that_leads_nowhere_and_a_file_on_the_way_are_named) {
    ta::program_facts facts;
    facts.link_target = "/gone";
    BOOST_TEST(why(ENOENT, facts) ==
               "cannot start ./run.sh: ./run.sh is a symbolic link to /gone, which is missing");
    facts = {};
    facts.file_on_the_way = "/etc/passwd";
    auto const failure = ta::explain_exec_failure("/etc/passwd/x", "/etc/passwd/x", code(ENOTDIR), facts);
    BOOST_TEST(failure.exit_code == 127);
    BOOST_TEST(failure.sentence == "cannot start /etc/passwd/x: /etc/passwd is no folder");
}

BOOST_AUTO_TEST_CASE(each_reason_of_a_denial_has_its_own_words_and_126) {
    auto facts = a_file();
    BOOST_TEST(why(EACCES, facts) == "cannot start ./run.sh: no permission to execute ./run.sh");
    facts.interpreter = "/opt/tool";
    BOOST_TEST(why(EACCES, facts) ==
               "cannot start ./run.sh: no permission to execute the interpreter /opt/tool of ./run.sh");
    facts.may_execute = false;
    facts.mode = 0644;
    BOOST_TEST(why(EACCES, facts) ==
               "cannot start ./run.sh: no permission to execute ./run.sh (its mode is 0644)");
    facts.noexec_mount = "/data";
    BOOST_TEST(why(EACCES, facts) ==
               "cannot start ./run.sh: ./run.sh lies on /data, which is mounted noexec");
    facts.is_regular = false;
    BOOST_TEST(why(EACCES, facts) == "cannot start ./run.sh: ./run.sh is no regular file");
    facts.is_directory = true;
    BOOST_TEST(why(EACCES, facts) == "cannot start ./run.sh: ./run.sh is a directory");
    facts.closed_folder = "/root";
    BOOST_TEST(why(EACCES, facts) == "cannot start ./run.sh: no permission to enter the folder /root");
    BOOST_TEST(ta::explain_exec_failure("x", "x", code(EACCES), facts).exit_code == 126);
}

BOOST_AUTO_TEST_CASE(the_wrong_architecture_names_both_and_damage_is_called_so) {
    auto facts = a_file();
    BOOST_TEST(why(ENOEXEC, facts) ==
               "cannot start ./run.sh: ./run.sh is damaged: no program that this machine can run");
    facts.machine = "64-bit ARM";
    BOOST_TEST(why(ENOEXEC, facts) ==
               "cannot start ./run.sh: ./run.sh is built for 64-bit ARM, and this machine is x86-64");
    BOOST_TEST(ta::explain_exec_failure("x", "x", code(ENOEXEC), facts).exit_code == 126);
}

BOOST_AUTO_TEST_CASE(other_failures_of_exec_are_126_with_the_systems_words) {
    BOOST_TEST(why(ETXTBSY, a_file()) ==
               "cannot start ./run.sh: ./run.sh is being written to (open for writing somewhere)");
    for (int const number : {ELOOP, ENOMEM, EMFILE}) {
        auto const failure = ta::explain_exec_failure("tool", "/opt/tool", code(number), a_file());
        BOOST_TEST(failure.exit_code == 126);
        BOOST_TEST(failure.sentence == "cannot start tool: " + code(number).message());
    }
}

BOOST_AUTO_TEST_CASE(long_arguments_are_told_in_bytes_the_single_one_first) {
    auto const all = ta::explain_long_arguments("tool", {3000000, 1000, 2097152, 131072});
    BOOST_TEST(all.exit_code == 126);
    BOOST_TEST(all.sentence ==
               "cannot start tool: arguments and environment take 3000000 bytes, and 2097152 are allowed");
    BOOST_TEST(ta::explain_long_arguments("tool", {200000, 140000, 2097152, 131072}).sentence ==
               "cannot start tool: one argument or variable takes 140000 bytes, and 131072 are allowed");
}

BOOST_AUTO_TEST_CASE(too_many_processes_names_the_limit_that_was_reached) {
    ta::process_limit_facts facts;
    BOOST_TEST(ta::explain_clone_failure("tool", code(EAGAIN), facts).sentence ==
               "cannot start tool: too many processes");
    facts.user_limit = 30;
    facts.user = 1000;
    BOOST_TEST(ta::explain_clone_failure("tool", code(EAGAIN), facts).sentence ==
               "cannot start tool: too many processes: user 1000 may have 30 (ulimit -u)");
    facts.cgroup_limit = 16;
    facts.cgroup_count = 16;
    BOOST_TEST(ta::explain_clone_failure("tool", code(EAGAIN), facts).sentence ==
               "cannot start tool: too many processes: the cgroup holds 16, its limit pids.max is 16");
    BOOST_TEST(ta::explain_clone_failure("tool", code(ENOMEM), facts).sentence ==
               "cannot make a process for tool: Cannot allocate memory");
    BOOST_TEST(ta::explain_clone_failure("tool", code(EAGAIN), facts).exit_code == 125);
}

BOOST_AUTO_TEST_CASE(what_fails_before_the_program_is_reached_is_125) {
    auto const missing = ta::explain_directory_failure("/data", code(ENOENT));
    BOOST_TEST(missing.exit_code == 125);
    BOOST_TEST(missing.sentence == "cannot enter the working directory /data: no such folder");
    BOOST_TEST(ta::explain_directory_failure("/data", code(EACCES)).sentence ==
               "cannot enter the working directory /data: no permission to enter it");
    auto const user = ta::explain_user_failure("tool", {1000, 100}, code(EPERM));
    BOOST_TEST(user.exit_code == 125);
    BOOST_TEST(user.sentence == "cannot start tool: --user 1000:100: only root may become another user");
    BOOST_TEST(ta::explain_preparation_failure("make a pipe for", "tool", code(EMFILE)).sentence ==
               "cannot make a pipe for tool: Too many open files");
}

BOOST_AUTO_TEST_SUITE_END()
