# task_agent_module(name SOURCES a.cpp ... LINKS base core ... [EXTERNAL fmt::fmt ...])
# One static library per room of the house. LINKS are modules of lower rows (or siblings' rows never), EXTERNAL are
# libraries. A module of headers only leaves SOURCES out.
function(task_agent_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;EXTERNAL" ${ARGN})
  list(TRANSFORM arg_LINKS PREPEND task_agent_)
  set(target task_agent_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE task_agent_warnings)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR}/include)
  target_link_libraries(${target} ${scope} ${arg_LINKS} ${arg_EXTERNAL})
endfunction()

# Files on the way of every output byte are built for speed; headers precompiled for small code are no use to them.
function(task_agent_hot)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "-O3" SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()

# task_agent_boost_test(target): Boost.Test with its main, whose object all executables share, and precompiled
# headers where TASK_AGENT_PCH asks for them.
function(task_agent_boost_test target)
  target_link_libraries(${target} PRIVATE boost_test_main Boost::unit_test_framework)
  if(TASK_AGENT_PCH)
    target_precompile_headers(${target} REUSE_FROM test_headers)
  endif()
endfunction()

# task_agent_unit_test(module SOURCES x_test.cpp ... [LINKS more modules])
# One Boost.Test executable per module, tests mirrored in tests/unit/<module>.
function(task_agent_unit_test module)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS;EXTERNAL;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  list(TRANSFORM arg_LINKS PREPEND task_agent_)
  set(target unit_${module})
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE task_agent_${module} ${arg_LINKS} ${arg_EXTERNAL} task_agent_warnings)
  task_agent_boost_test(${target})
  # Boost.Test would call a child's exit code other than 0 an error of the test (catch_system_errors)
  add_test(NAME unit.${module} COMMAND ${target} --log_level=test_suite --report_level=short --color_output=no
    --catch_system_errors=no)
  set_tests_properties(unit.${module} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "unit;${arg_LABELS}")
endfunction()
