# Flags of our own code. Size is the first goal (one executable in every job image), so -Os with sections collected;
# the hot files (splitter, detector, masker, pump) ask for -O3 themselves with task_agent_hot().
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
set(CMAKE_CXX_FLAGS_RELEASE "-Os -DNDEBUG -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

find_program(CCACHE ccache)
if(CCACHE)
  # Every checkout on a machine shares one cache: paths are stored relative, and the folder is no part of the key.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

add_compile_options(-ffunction-sections -fdata-sections -fno-plt)
add_link_options(-Wl,--gc-sections -Wl,--as-needed -Wl,--build-id)

if(TASK_AGENT_SANITIZE)
  add_compile_options(-fsanitize=${TASK_AGENT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TASK_AGENT_SANITIZE})
  if(TASK_AGENT_SANITIZE MATCHES thread)
    # Asio's fences are unknown to the thread checker; what passes between threads here goes through a mutex as well
    add_compile_options(-Wno-tsan)
  endif()
endif()

# Warnings are errors on our own code only; Boost and the rest come in as system headers.
add_library(task_agent_warnings INTERFACE)
target_compile_options(task_agent_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Werror
  # g++ 12 reports a mismatched delete for coroutine frames at -O2, wrongly
  -Wno-mismatched-new-delete)
if(TASK_AGENT_SANITIZE)
  # g++ 12 sees uninitialised reads in instrumented std::optional and std::variant code that are none
  target_compile_options(task_agent_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
