# Debian 12 packages, named by version because Debian's default Boost is 1.74. Static archives where they exist:
# the shipped executable has no shared library at all.
set(Boost_USE_STATIC_LIBS ON)
find_package(Boost 1.81.0 EXACT CONFIG REQUIRED COMPONENTS json url OPTIONAL_COMPONENTS unit_test_framework)
if(TASK_AGENT_TESTS AND NOT TARGET Boost::unit_test_framework)
  message(STATUS "Boost.Test is not installed: building without tests")
  set(TASK_AGENT_TESTS OFF)
endif()
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
set(OPENSSL_USE_STATIC_LIBS ON)
find_package(OpenSSL REQUIRED)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  # OpenSSL's C needs no tables for unwinding, since no exception passes through it (our callbacks are noexcept);
  # Debian's archives hold them, 480 KB in the executable.
  foreach(name Crypto SSL)
    get_target_property(archive OpenSSL::${name} IMPORTED_LOCATION)
    get_filename_component(file ${archive} NAME)
    set(lean ${CMAKE_BINARY_DIR}/lean/${file})
    if(${archive} IS_NEWER_THAN ${lean})
      file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/lean)
      execute_process(COMMAND ${CMAKE_OBJCOPY} -R .eh_frame -R .rela.eh_frame ${archive} ${lean} COMMAND_ERROR_IS_FATAL ANY)
    endif()
    set_target_properties(OpenSSL::${name} PROPERTIES IMPORTED_LOCATION ${lean})
  endforeach()
endif()
find_library(CARES_LIBRARY NAMES libcares.a REQUIRED)
find_path(CARES_INCLUDE_DIR ares.h REQUIRED)
add_library(cares STATIC IMPORTED)
set_target_properties(cares PROPERTIES
  IMPORTED_LOCATION ${CARES_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CARES_INCLUDE_DIR}
  INTERFACE_COMPILE_DEFINITIONS CARES_STATICLIB)

# Debian ships fmt's headers and a shared library, but no archive: its body is compiled here, once.
find_path(FMT_INCLUDE_DIR fmt/format-inl.h REQUIRED)
add_library(task_agent_fmt STATIC ${CMAKE_SOURCE_DIR}/config/third_party/fmt_impl.cpp)
target_include_directories(task_agent_fmt SYSTEM PUBLIC ${FMT_INCLUDE_DIR})
target_compile_definitions(task_agent_fmt PUBLIC FMT_STATIC_THOUSANDS_SEPARATOR=1)

# Asio, Beast and Process are compiled once, in boost_impl.cpp. The definitions are PUBLIC so that no translation
# unit can disagree about them (one definition rule).
add_library(task_agent_boost STATIC ${CMAKE_SOURCE_DIR}/config/third_party/boost_impl.cpp)
target_compile_definitions(task_agent_boost PUBLIC
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION BOOST_PROCESS_V2_SEPARATE_COMPILATION
  BOOST_PROCESS_USE_STD_FS BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_BOOST_COROUTINE)
target_link_libraries(task_agent_boost PUBLIC Boost::headers Threads::Threads)
target_compile_options(task_agent_boost PRIVATE -w)
