#include "task_agent/core/library_frame.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(library_frame_tests)

BOOST_AUTO_TEST_CASE(what_was_installed_is_a_librarys_by_where_it_lies) {
    for (auto const* file : {"/opt/venv/lib/python3.11/site-packages/torch/nn/module.py",
                             "/usr/lib/python3/dist-packages/yaml.py",
                             "/root/.pyenv/versions/3.11.7/lib/python3.11/json/decoder.py",
                             "<frozen importlib._bootstrap>",
                             "/app/node_modules/express/lib/router.js",
                             "node:internal/process/task_queues",
                             "internal/main.js",
                             "/usr/local/go/src/runtime/panic.go",
                             "/root/go/pkg/mod/example.org/x@v1/x.go",
                             "/rustc/90c541806f23/library/core/src/panicking.rs",
                             "/home/me/.cargo/registry/src/index/serde-1.0/src/de.rs",
                             "library/std/src/panicking.rs",
                             "/usr/include/c++/12/bits/stl_vector.h",
                             "/usr/lib/x86_64-linux-gnu/libc.so.6",
                             "../sysdeps/x.c",
                             "/var/lib/gems/3.1.0/gems/rack-2/lib/rack.rb",
                             "/app/vendor/monolog/Logger.php",
                             "/usr/share/perl5/Carp.pm",
                             "libjvm.so",
                             "[C]",
                             "/_/src/System.Private.CoreLib/Thread.cs"})
        BOOST_TEST(ta::is_library_frame(file, ""), file);
}

BOOST_AUTO_TEST_CASE(what_a_runtime_or_a_framework_named_is_a_librarys_by_its_name) {
    for (auto const* function :
         {"java.util.ArrayList.get", "jdk.internal.misc.Unsafe.putLong", "sun.misc.Unsafe.putAddress",
          "org.springframework.boot.SpringApplication.run", "com.zaxxer.hikari.pool.HikariPool.getConnection",
          "org.postgresql.core.v3.QueryExecutorImpl.execute",
          "com.fasterxml.jackson.databind.ObjectMapper.readValue", "System.Threading.Tasks.Task.Execute",
          "core::panicking::panic_fmt", "std::rt::lang_start", "<alloc::boxed::Box<F> as FnOnce>::call_once",
          "rust_begin_unwind", "__libc_start_main", "_start", "v8::internal::Heap::CollectGarbage"})
        BOOST_TEST(ta::is_library_frame("", function), function);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_the_users) {
    BOOST_TEST(!ta::is_library_frame("", ""));
    for (auto const* file :
         {"/app/train.py", "train.py", "<string>", "/app/src/main.rs", "/srv/libs/python/x.py",
          "/home/lib/pythonic/x.py", "/root/go/src/mine/main.go", "Main.java", "[eval]"})
        BOOST_TEST(!ta::is_library_frame(file, ""), file);
    for (auto const* function : {"com.example.Main.main", "javafx", "mystd::f", "Systems.Run", "main.load"})
        BOOST_TEST(!ta::is_library_frame("", function), function);
}

BOOST_AUTO_TEST_SUITE_END()
