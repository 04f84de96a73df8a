#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/ada.hpp"
#include "task_agent/trace/grammars/admin_tools.hpp"
#include "task_agent/trace/grammars/ant.hpp"
#include "task_agent/trace/grammars/c_test_run.hpp"
#include "task_agent/trace/grammars/cpp.hpp"
#include "task_agent/trace/grammars/crash.hpp"
#include "task_agent/trace/grammars/dart.hpp"
#include "task_agent/trace/grammars/data_tools.hpp"
#include "task_agent/trace/grammars/dotnet.hpp"
#include "task_agent/trace/grammars/dotnet_build.hpp"
#include "task_agent/trace/grammars/dotnet_options.hpp"
#include "task_agent/trace/grammars/dotnet_test.hpp"
#include "task_agent/trace/grammars/elixir.hpp"
#include "task_agent/trace/grammars/elixir_build.hpp"
#include "task_agent/trace/grammars/erlang.hpp"
#include "task_agent/trace/grammars/erlang_build.hpp"
#include "task_agent/trace/grammars/erlang_record.hpp"
#include "task_agent/trace/grammars/erlang_suite.hpp"
#include "task_agent/trace/grammars/erlang_test.hpp"
#include "task_agent/trace/grammars/erlang_told.hpp"
#include "task_agent/trace/grammars/eslint.hpp"
#include "task_agent/trace/grammars/ffmpeg.hpp"
#include "task_agent/trace/grammars/gherkin.hpp"
#include "task_agent/trace/grammars/go.hpp"
#include "task_agent/trace/grammars/go_reports.hpp"
#include "task_agent/trace/grammars/go_spec.hpp"
#include "task_agent/trace/grammars/gpu_checks.hpp"
#include "task_agent/trace/grammars/haskell.hpp"
#include "task_agent/trace/grammars/haskell_http.hpp"
#include "task_agent/trace/grammars/haskell_line.hpp"
#include "task_agent/trace/grammars/haskell_test.hpp"
#include "task_agent/trace/grammars/haskell_tool.hpp"
#include "task_agent/trace/grammars/ipython.hpp"
#include "task_agent/trace/grammars/java.hpp"
#include "task_agent/trace/grammars/java_compile.hpp"
#include "task_agent/trace/grammars/java_fatal.hpp"
#include "task_agent/trace/grammars/java_tool.hpp"
#include "task_agent/trace/grammars/json_fatal.hpp"
#include "task_agent/trace/grammars/julia.hpp"
#include "task_agent/trace/grammars/junit_console.hpp"
#include "task_agent/trace/grammars/last_words.hpp"
#include "task_agent/trace/grammars/lint_blocks.hpp"
#include "task_agent/trace/grammars/lua.hpp"
#include "task_agent/trace/grammars/lua_redis.hpp"
#include "task_agent/trace/grammars/make.hpp"
#include "task_agent/trace/grammars/maven_pom.hpp"
#include "task_agent/trace/grammars/meson_test.hpp"
#include "task_agent/trace/grammars/migrations.hpp"
#include "task_agent/trace/grammars/native_blocks.hpp"
#include "task_agent/trace/grammars/newman.hpp"
#include "task_agent/trace/grammars/nextflow.hpp"
#include "task_agent/trace/grammars/node.hpp"
#include "task_agent/trace/grammars/node_build.hpp"
#include "task_agent/trace/grammars/node_fatal.hpp"
#include "task_agent/trace/grammars/node_runner.hpp"
#include "task_agent/trace/grammars/node_tool.hpp"
#include "task_agent/trace/grammars/ocaml.hpp"
#include "task_agent/trace/grammars/ocaml_test.hpp"
#include "task_agent/trace/grammars/perl.hpp"
#include "task_agent/trace/grammars/perl_modules.hpp"
#include "task_agent/trace/grammars/perl_option.hpp"
#include "task_agent/trace/grammars/php.hpp"
#include "task_agent/trace/grammars/php_checks.hpp"
#include "task_agent/trace/grammars/php_tools.hpp"
#include "task_agent/trace/grammars/pytest.hpp"
#include "task_agent/trace/grammars/python.hpp"
#include "task_agent/trace/grammars/python_box.hpp"
#include "task_agent/trace/grammars/python_command.hpp"
#include "task_agent/trace/grammars/python_doctest.hpp"
#include "task_agent/trace/grammars/python_fatal.hpp"
#include "task_agent/trace/grammars/python_tools.hpp"
#include "task_agent/trace/grammars/r.hpp"
#include "task_agent/trace/grammars/ruby.hpp"
#include "task_agent/trace/grammars/ruby_lint.hpp"
#include "task_agent/trace/grammars/ruby_rake.hpp"
#include "task_agent/trace/grammars/ruby_test_run.hpp"
#include "task_agent/trace/grammars/ruby_tools.hpp"
#include "task_agent/trace/grammars/rust.hpp"
#include "task_agent/trace/grammars/rust_reports.hpp"
#include "task_agent/trace/grammars/sanitizer.hpp"
#include "task_agent/trace/grammars/saxon.hpp"
#include "task_agent/trace/grammars/scala.hpp"
#include "task_agent/trace/grammars/script_words.hpp"
#include "task_agent/trace/grammars/server_start.hpp"
#include "task_agent/trace/grammars/shell.hpp"
#include "task_agent/trace/grammars/simulation_blocks.hpp"
#include "task_agent/trace/grammars/source_tools.hpp"
#include "task_agent/trace/grammars/style_sheet.hpp"
#include "task_agent/trace/grammars/suite_run.hpp"
#include "task_agent/trace/grammars/test_blocks.hpp"
#include "task_agent/trace/grammars/test_run.hpp"
#include "task_agent/trace/grammars/told_causes.hpp"
#include "task_agent/trace/grammars/tool_blocks.hpp"
#include "task_agent/trace/grammars/tool_words.hpp"
#include "task_agent/trace/grammars/usage_errors.hpp"
#include "task_agent/trace/grammars/valgrind.hpp"

#include <array>

namespace task_agent::trace {
namespace {

// Those with the plainest marks first. A thread of the JVM has its name in quotes, one of Python has not; the
// failures of Ruby's test runners are numbered as mocha's, and named. What the AWS CLI says may begin as a
// fatal error of Go does.
constexpr std::array grammars = {
    java_grammar,
    gherkin_trace_grammar,
    python_lost_grammar,
    python_grammar,
    python_fatal_grammar,
    python_box_grammar,
    aws_grammar,
    go_grammar,
    go_stack_grammar,
    go_race_grammar,
    go_test_grammar,
    go_build_grammar,
    go_import_grammar,
    go_module_grammar,
    go_last_grammar,
    go_log_grammar,
    go_console_grammar,
    go_spec_grammar,
    rust_panic_grammar,
    ocaml_test_grammar,
    ocaml_property_grammar,
    ocaml_place_grammar,
    ocaml_grammar,
    rust_error_grammar,
    rust_eyre_grammar,
    rust_eyre_bare_grammar,
    rust_build_grammar,
    rust_build_place_grammar,
    rust_regex_grammar,
    sanitizer_grammar,
    test_run_grammar,
    meson_test_grammar,
    c_test_run_grammar,
    c_test_run_qt_grammar,
    valgrind_grammar,
    cpp_grammar,
    cpp_rare_grammar,
    node_grammar,
    dotnet_grammar,
    ruby_rake_grammar,
    ruby_grammar,
    ruby_shown_grammar,
    php_grammar,
    php_logged_grammar,
    perl_grammar,
    perl_xml_grammar,
    lua_grammar,
    lua_panic_grammar,
    lua_redis_grammar,
    r_grammar,
    haskell_grammar,
    haskell_http_grammar,
    elixir_grammar,
    elixir_build_grammar,
    shell_grammar,
    simulation_blocks_fortran_grammar,
    crash_grammar,
    crash_word_grammar,
    crash_small_grammar,
    crash_index_grammar,
    crash_fortran_grammar,
    ada_grammar,
    make_grammar,
    erlang_grammar,
    erlang_record_grammar,
    erlang_build_grammar,
    erlang_test_grammar,
    erlang_suite_grammar,
    dart_grammar,
    script_words_grammar,
    haskell_line_grammar,
    haskell_limit_grammar,
    haskell_tool_grammar,
    node_fatal_grammar,
    gherkin_grammar,
    ruby_test_grammar,
    test_blocks_grammar,
    haskell_test_grammar,
    haskell_tasty_grammar,
    haskell_parser_grammar,
    suite_run_grammar,
    suite_run_tap_grammar,
    suite_run_bats_grammar,
    node_runner_grammar,
    java_fatal_grammar,
    java_compile_grammar,
    maven_pom_grammar,
    java_tool_grammar,
    saxon_grammar,
    ant_grammar,
    scala_grammar,
    migrations_grammar,
    junit_console_grammar,
    eslint_grammar,
    lint_block_grammar,
    gpu_checks_grammar,
    julia_grammar,
    nextflow_grammar,
    simulation_blocks_grammar,
    simulation_blocks_word_grammar,
    native_blocks_grammar,
    native_blocks_word_grammar,
    data_tools_htslib_grammar,
    data_tools_xml_grammar,
    data_tools_grammar,
    node_tool_grammar,
    node_build_grammar,
    node_rollup_grammar,
    node_yarn_grammar,
    newman_grammar,
    style_sheet_grammar,
    dotnet_build_grammar,
    dotnet_test_grammar,
    dotnet_options_grammar,
    php_checks_grammar,
    php_tools_grammar,
    php_testdox_grammar,
    ruby_lint_grammar,
    ruby_tools_grammar,
    ruby_option_grammar,
    ruby_gemfile_grammar,
    usage_error_grammar,
    usage_value_grammar,
    pytest_grammar,
    python_command_grammar,
    python_doctest_grammar,
    python_tool_grammar,
    ansible_grammar,
    ansible_item_grammar,
    playbook_grammar,
    snakemake_rule_grammar,
    mkdocs_grammar,
    black_grammar,
    ipython_grammar,
    erlang_told_grammar,
    erlang_dump_grammar,
    perl_module_grammar,
    perl_yaml_grammar,
    perl_pod_grammar,
    perl_option_unknown_grammar,
    perl_option_grammar,
    perl_option_value_grammar,
    server_start_grammar,
    server_start_conf_grammar,
    server_start_fatal_grammar,
    ffmpeg_grammar,
    ffmpeg_whole_grammar,
    tool_words_grammar,
    tool_words_unpack_grammar,
    tool_words_sql_grammar,
    admin_tools_grammar,
    source_tools_grammar,
    source_tools_git_grammar,
    tool_blocks_gpg_grammar,
    tool_blocks_git_grammar,
    last_words_grammar,
    json_fatal_grammar,
    told_causes_grammar,
    tool_blocks_grammar,
};
static_assert(grammars.size() <= grammar_set::most);

}  // namespace

std::span<grammar_entry const> all_grammars() noexcept {
    return grammars;
}

}  // namespace task_agent::trace
