#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/dart.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet_build.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet_options.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet_test.hpp"
#include "task_agent/trace/grammars/erlang/elixir.hpp"
#include "task_agent/trace/grammars/erlang/elixir_build.hpp"
#include "task_agent/trace/grammars/erlang/erlang.hpp"
#include "task_agent/trace/grammars/erlang/erlang_build.hpp"
#include "task_agent/trace/grammars/erlang/erlang_record.hpp"
#include "task_agent/trace/grammars/erlang/erlang_suite.hpp"
#include "task_agent/trace/grammars/erlang/erlang_test.hpp"
#include "task_agent/trace/grammars/erlang/erlang_told.hpp"
#include "task_agent/trace/grammars/go/go.hpp"
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/go/go_spec.hpp"
#include "task_agent/trace/grammars/haskell/haskell.hpp"
#include "task_agent/trace/grammars/haskell/haskell_http.hpp"
#include "task_agent/trace/grammars/haskell/haskell_line.hpp"
#include "task_agent/trace/grammars/haskell/haskell_test.hpp"
#include "task_agent/trace/grammars/haskell/haskell_tool.hpp"
#include "task_agent/trace/grammars/java/ant.hpp"
#include "task_agent/trace/grammars/java/java.hpp"
#include "task_agent/trace/grammars/java/java_compile.hpp"
#include "task_agent/trace/grammars/java/java_fatal.hpp"
#include "task_agent/trace/grammars/java/java_tool.hpp"
#include "task_agent/trace/grammars/java/junit_console.hpp"
#include "task_agent/trace/grammars/java/maven_pom.hpp"
#include "task_agent/trace/grammars/java/saxon.hpp"
#include "task_agent/trace/grammars/java/scala.hpp"
#include "task_agent/trace/grammars/julia.hpp"
#include "task_agent/trace/grammars/lua/lua.hpp"
#include "task_agent/trace/grammars/lua/lua_redis.hpp"
#include "task_agent/trace/grammars/make/make.hpp"
#include "task_agent/trace/grammars/make/meson_test.hpp"
#include "task_agent/trace/grammars/native/ada.hpp"
#include "task_agent/trace/grammars/native/c_test_run.hpp"
#include "task_agent/trace/grammars/native/cpp.hpp"
#include "task_agent/trace/grammars/native/crash.hpp"
#include "task_agent/trace/grammars/native/gpu_checks.hpp"
#include "task_agent/trace/grammars/native/native_blocks.hpp"
#include "task_agent/trace/grammars/native/sanitizer.hpp"
#include "task_agent/trace/grammars/native/valgrind.hpp"
#include "task_agent/trace/grammars/node/eslint.hpp"
#include "task_agent/trace/grammars/node/newman.hpp"
#include "task_agent/trace/grammars/node/node.hpp"
#include "task_agent/trace/grammars/node/node_build.hpp"
#include "task_agent/trace/grammars/node/node_fatal.hpp"
#include "task_agent/trace/grammars/node/node_runner.hpp"
#include "task_agent/trace/grammars/node/node_tool.hpp"
#include "task_agent/trace/grammars/node/node_uncaught.hpp"
#include "task_agent/trace/grammars/node/style_sheet.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_test.hpp"
#include "task_agent/trace/grammars/perl/perl.hpp"
#include "task_agent/trace/grammars/perl/perl_modules.hpp"
#include "task_agent/trace/grammars/perl/perl_option.hpp"
#include "task_agent/trace/grammars/php/php.hpp"
#include "task_agent/trace/grammars/php/php_checks.hpp"
#include "task_agent/trace/grammars/php/php_tools.hpp"
#include "task_agent/trace/grammars/python/ipython.hpp"
#include "task_agent/trace/grammars/python/pytest.hpp"
#include "task_agent/trace/grammars/python/python.hpp"
#include "task_agent/trace/grammars/python/python_box.hpp"
#include "task_agent/trace/grammars/python/python_command.hpp"
#include "task_agent/trace/grammars/python/python_doctest.hpp"
#include "task_agent/trace/grammars/python/python_fatal.hpp"
#include "task_agent/trace/grammars/python/python_tools.hpp"
#include "task_agent/trace/grammars/r.hpp"
#include "task_agent/trace/grammars/ruby/ruby.hpp"
#include "task_agent/trace/grammars/ruby/ruby_lint.hpp"
#include "task_agent/trace/grammars/ruby/ruby_rake.hpp"
#include "task_agent/trace/grammars/ruby/ruby_test_run.hpp"
#include "task_agent/trace/grammars/ruby/ruby_tools.hpp"
#include "task_agent/trace/grammars/rust/rust.hpp"
#include "task_agent/trace/grammars/rust/rust_reports.hpp"
#include "task_agent/trace/grammars/shell/shell.hpp"
#include "task_agent/trace/grammars/suites/gherkin.hpp"
#include "task_agent/trace/grammars/suites/suite_run.hpp"
#include "task_agent/trace/grammars/suites/test_blocks.hpp"
#include "task_agent/trace/grammars/suites/test_run.hpp"
#include "task_agent/trace/grammars/tools/admin_tools.hpp"
#include "task_agent/trace/grammars/tools/data_tools.hpp"
#include "task_agent/trace/grammars/tools/ffmpeg.hpp"
#include "task_agent/trace/grammars/tools/lint_blocks.hpp"
#include "task_agent/trace/grammars/tools/migrations.hpp"
#include "task_agent/trace/grammars/tools/mpi_abort.hpp"
#include "task_agent/trace/grammars/tools/nextflow.hpp"
#include "task_agent/trace/grammars/tools/server_start.hpp"
#include "task_agent/trace/grammars/tools/simulation_blocks.hpp"
#include "task_agent/trace/grammars/tools/source_tools.hpp"
#include "task_agent/trace/grammars/tools/tool_blocks.hpp"
#include "task_agent/trace/grammars/tools/tool_words.hpp"
#include "task_agent/trace/grammars/tools/usage_errors.hpp"
#include "task_agent/trace/grammars/words/json_fatal.hpp"
#include "task_agent/trace/grammars/words/last_words.hpp"
#include "task_agent/trace/grammars/words/script_words.hpp"
#include "task_agent/trace/grammars/words/told_causes.hpp"

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
    ruby_bare_grammar,
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
    node_uncaught_grammar,
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
    mpi_abort_grammar,
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
