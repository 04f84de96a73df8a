"""A check that cannot fail is worthless: each lint meets small trees that it must refuse, and some it must accept."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import coroutines  # noqa: E402
import formatting  # noqa: E402
import headers  # noqa: E402
import layers  # noqa: E402
import top_level  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))


class Tree(unittest.TestCase):
    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="lint-self-test-")
        self.addCleanup(shutil.rmtree, self.root)

    def put(self, path, text=""):
        whole = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)


class Layers(Tree):
    def found(self, path, text):
        self.put(path, text)
        problems, checked = layers.check(self.root)
        self.assertEqual(checked, 1)
        os.unlink(os.path.join(self.root, path))
        return problems

    def test_lower_rows_and_the_own_module_pass(self):
        fine = '#include "task_agent/{}/x.hpp"\n#include <vector>\n'
        for module, other in [("base", "base"), ("core", "base"), ("config", "core"), ("logic", "config"), ("net", "wire"),
                              ("run", "platform"), ("cli", "run"), ("cli", "devserver")]:
            for path in (f"agent/{module}/y.cpp", f"include/task_agent/{module}/y.hpp"):
                self.assertEqual(self.found(path, fine.format(other)), [])

    def test_siblings_and_higher_rows_are_refused_in_sources_and_headers(self):
        for module, other in [("base", "core"), ("core", "config"), ("logic", "wire"), ("trace", "logic"), ("os", "net"),
                              ("net", "os"), ("supervise", "platform"), ("run", "devserver"), ("devserver", "run"),
                              ("host", "run"), ("run", "cli"), ("logic", "run")]:
            for path in (f"agent/{module}/y.cpp", f"include/task_agent/{module}/y.hpp"):
                problems = self.found(path, f'// first\n  #  include "task_agent/{other}/x.hpp"\n')
                self.assertEqual(len(problems), 1, (module, other))
                self.assertIn(f"{path}:2: {module} includes {other}", problems[0])

    def test_libraries_stay_in_their_rooms(self):
        for header, allowed, refused in [("boost/json.hpp", "wire", "net"), ("boost/json/value.hpp", "devserver", "cli"),
                                         ("boost/beast/http.hpp", "net", "wire"), ("boost/beast.hpp", "devserver", "run"),
                                         ("CLI/CLI.hpp", None, "config")]:
            text = f"#include <{header}>\n"
            if allowed:
                self.assertEqual(self.found(f"agent/{allowed}/y.cpp", text), [])
            self.assertEqual(len(self.found(f"agent/{refused}/y.cpp", text)), 1, header)
        self.assertEqual(self.found("agent/cli/command_line.cpp", "#include <CLI/CLI.hpp>\n"), [])
        self.assertEqual(len(self.found("agent/cli/main.cpp", "#include <CLI/CLI.hpp>\n")), 1)

    def test_unknown_modules_and_short_names_are_refused(self):
        self.assertEqual(len(self.found("agent/misc/y.cpp", "")), 1)
        self.assertEqual(len(self.found("agent/run/y.cpp", '#include "task_agent/misc/x.hpp"\n')), 1)
        self.assertEqual(len(self.found("agent/run/y.cpp", '#include "../os/x.hpp"\n')), 1)
        self.assertEqual(len(self.found("agent/run/y.cpp", '#include "x.hpp"\n')), 1)

    def test_a_header_beside_its_module_passes(self):
        self.put("agent/run/x.hpp")
        self.put("agent/run/y.cpp", '#include "x.hpp"\n')
        self.assertEqual(layers.check(self.root), ([], 2))


class Coroutines(unittest.TestCase):
    def refused(self, code):
        text = "asio::awaitable<void> f() {\n" + code + "\n}\n"
        self.assertNotEqual(coroutines.check_file("x.cpp", text), [], code)

    def accepted(self, code):
        text = "asio::awaitable<void> f() {\n" + code + "\n}\n"
        self.assertEqual(coroutines.check_file("x.cpp", text), [], code)

    def test_braces_in_the_statement_are_refused(self):
        for code in ("co_await f({.a = x});", "co_await f(agg{x});", "g(agg{}, co_await h());", 'co_await f({"a", "b"});',
                     "auto r = agg{co_await f()};", "agg r{co_await f()};", "a && co_await f(agg{});",
                     "agg{} && co_await f();", "co_return agg{co_await f()};", "x = {co_await f()};",
                     "if (co_await f(agg{1})) {\n}", "if (auto x = co_await f({1}); x) {\n}",
                     "for (auto x : co_await f(agg{})) {\n}", "while (g(agg{}, co_await f())) {\n}",
                     "co_await f([] { return 1; });", "co_await [] () -> asio::awaitable<void> { co_return; }();",
                     "co_await\n  f(\n    agg{\n 1});"):
            self.refused(code)

    def test_capturing_lambdas_are_refused(self):
        for code in ("co_await f([x] { return x; });", "co_await co_spawn(ex, [&] { return 1; }, t);",
                     "co_await [x]() -> asio::awaitable<void> { co_return; }();",
                     "auto r = co_await f(a, [this](int) { return 1; });"):
            self.refused(code)
        whole = "void f() { g(co_await h(), [x] { return x; }); }"
        self.assertTrue(any("capturing" in p for p in coroutines.check_file("x.cpp", whole)))

    def test_switch_and_conditional_are_refused(self):
        self.refused("switch (co_await f()) {\n}")
        self.refused("switch(co_await f()) { case 1: break; }")
        self.refused("co_await (c ? f() : g());")
        self.refused("auto x = co_await (c ? f() : g());")

    def test_the_line_is_that_of_the_await(self):
        problems = coroutines.check_file("x.cpp", "// {\n/* \n */ void f() {\n  co_await f(agg{});\n}\n")
        self.assertEqual(len(problems), 1)
        self.assertTrue(problems[0].startswith("x.cpp:4: "), problems)

    def test_what_works_with_this_compiler_passes(self):
        for code in ("auto [ec, n] = co_await s.async_read_some(b, token);",
                     "auto const& [ec, n] = co_await f();",
                     "if (auto x = co_await f(); x) {\n  g();\n}",
                     "if (x) {\n  co_await f();\n} else if (co_await g()) {\n  h();\n}",
                     "while (co_await f()) {\n}", "for (auto x : co_await f()) {\n}",
                     "if (x) co_await f(); else co_await g();", "do {\n} while (co_await f());",
                     "try {\n  co_await f();\n} catch (...) {\n}", "co_return co_await f(a[i], b[0]);",
                     "auto x = c ? co_await f() : co_await g();", "auto local = agg{1};\nco_await f(std::move(local));",
                     "// co_await f({1})\n", '/* co_await f({1}) */ log("co_await f({1})");',
                     'co_await f("a { [x] b");', "co_await f('{');", 'auto s = R"(co_await f({1}))";',
                     "co_spawn(ex, [this]() -> asio::awaitable<void> { co_await f(); }, detached);",
                     "switch (r) {\n  case 1:\n    co_await f();\n    break;\n  case 2: {\n    co_await g();\n  }\n}",
                     "auto l = [x](int) { return x; };\nco_await f(std::move(l));",
                     "{\n  co_await f();\n}", "for (int i = 0; i < 3; ++i) {\n  co_await f();\n}"):
            self.accepted(code)


class TopLevel(Tree):
    def test_only_the_usual_names_are_accepted(self):
        for name in ("README.md", "CMakeLists.txt", ".ci/run", "agent/a.cpp", "tests/run"):
            self.put(name)
        self.assertEqual(top_level.check(self.root), ([], 5))
        self.put("notes.txt")
        self.put("src/x.cpp")
        problems, _ = top_level.check(self.root)
        self.assertEqual(len(problems), 2)
        self.assertIn("notes.txt", problems[0])


class Formatting(Tree):
    @unittest.skipIf(shutil.which(formatting.TOOL) is None, "clang-format is not installed")
    def test_badly_formatted_source_is_refused(self):
        shutil.copy(os.path.join(HERE, "..", "..", ".clang-format"), self.root)
        self.put("agent/base/x.cpp", "int f();\n")
        self.assertEqual(formatting.check(self.root), ([], 1))
        self.put("agent/base/x.cpp", "int   f( ) {return 1 ;}\n")
        problems, _ = formatting.check(self.root)
        self.assertTrue(problems)
        self.assertIn("agent/base/x.cpp:1", problems[0])


class Headers(Tree):
    LEANS = "#pragma once\nstd::string f();\n"

    def found(self, entries=()):
        return headers.check(self.root, os.path.join(self.root, "build"), list(entries))

    def built(self, source, text, flags="", age=0):
        """What the build knows about a source that it compiled, `age` seconds ago."""
        self.put(source, text)
        self.put(f"build/{source}.o")
        made = os.stat(os.path.join(self.root, source)).st_mtime_ns - age * 10**9
        os.utime(os.path.join(self.root, f"build/{source}.o"), ns=(made, made))
        command = f"g++ -std=c++20 {flags} -o {source}.o -c {self.root}/{source}"
        return source, {"directory": os.path.join(self.root, "build"), "command": command}

    def test_a_header_that_leans_on_its_includer_is_refused_and_a_success_is_remembered(self):
        self.put("include/task_agent/base/good.hpp", "#pragma once\n#include <string>\nstd::string f();\n")
        self.put("include/task_agent/base/user.hpp", '#pragma once\n#include "task_agent/base/good.hpp"\nusing s = decltype(f());\n')
        self.put("agent/base/private.hpp", "#pragma once\nstd::string g();\n")
        problems, checked = self.found()
        self.assertEqual(checked, 3)
        self.assertEqual(len(problems), 1)
        self.assertIn("agent/base/private.hpp: does not compile alone", problems[0])
        self.assertEqual(len(os.listdir(os.path.join(self.root, "build", "header_lint"))), 2)
        # an include that changes makes its users be compiled again
        self.put("include/task_agent/base/good.hpp", "#pragma once\n")
        self.assertEqual(sorted(p.split(":")[0] for p in self.found()[0]),
                         ["agent/base/private.hpp", "include/task_agent/base/user.hpp"])

    def test_a_missing_guard_is_refused(self):
        self.put("include/task_agent/base/x.hpp", "struct x {};\n")
        self.assertEqual(len(self.found()[0]), 1)

    def test_what_the_build_compiled_first_is_not_compiled_again(self):
        self.put("include/task_agent/base/x.hpp", self.LEANS)
        self.put("agent/base/deep/y.hpp", self.LEANS)
        entries = [self.built("agent/base/x.cpp", '// Why.\n/* and\n how */\n#include "task_agent/base/x.hpp"\n'),
                   self.built("agent/base/deep/y.cpp", '#include "y.hpp"\n')]
        # these would not compile: the build, not the lint, would have said so
        self.assertEqual(self.found(entries), ([], 2))

    def test_what_the_build_does_not_prove_is_compiled(self):
        path = "include/task_agent/base/x.hpp"
        first = '#include "task_agent/base/x.hpp"\n'
        self.put("include/task_agent/base/fine.hpp", "#pragma once\n")

        def refused(source, text, header=self.LEANS, **how):
            self.put(path, header)
            entry = self.built(source, text, **how)
            self.assertEqual([p.split(":")[0] for p in self.found([entry])[0]], [path], (source, text, how))
            return entry

        refused("agent/base/x.cpp", '#include <string>\n' + first)
        refused("agent/base/x.cpp", '#include "task_agent/base/fine.hpp"\n' + first)
        refused("agent/base/x.cpp", "#define X\n" + first)
        refused("agent/base/x.cpp", "int f();\n" + first)
        refused("agent/base/x.cpp", first, header="struct x {};\n")
        refused("agent/base/x.cpp", first, flags="-include string")
        refused("agent/core/x.cpp", first)
        # an object that is older than the source or the header shows what was, and none shows nothing
        refused("agent/base/x.cpp", first, age=10)
        source, entry = self.built("agent/base/x.cpp", first)
        self.assertEqual(self.found([(source, entry)])[0], [])
        os.utime(os.path.join(self.root, path), (2e9, 2e9))
        self.assertEqual(len(self.found([(source, entry)])[0]), 1)
        os.utime(os.path.join(self.root, path), (1e9, 1e9))
        os.unlink(os.path.join(self.root, f"build/{source}.o"))
        self.assertEqual(len(self.found([(source, entry)])[0]), 1)

    def test_a_header_that_a_proven_one_includes_must_not_be_younger_than_the_object(self):
        self.put("include/task_agent/base/part.hpp", "#pragma once\n")
        self.put("include/task_agent/base/x.hpp", '#pragma once\n#include "task_agent/base/part.hpp"\nstd::string f();\n')
        entry = self.built("agent/base/x.cpp", '#include "task_agent/base/x.hpp"\n')
        self.assertEqual(self.found([entry])[0], [])
        os.utime(os.path.join(self.root, "include/task_agent/base/part.hpp"), (2e9, 2e9))
        self.assertEqual(len(self.found([entry])[0]), 1)

    def test_the_list_of_compile_commands_is_read_for_the_agent_alone(self):
        listed = [{"directory": "/", "command": "g++ -std=c++20 -DA -c x", "file": os.path.join(self.root, file)}
                  for file in ("agent/base/x.cpp", "tests/unit/base/x_test.cpp", "agent/trace/deep/y.cpp")]
        self.put("build/compile_commands.json", json.dumps(listed))
        entries = headers.commands(self.root, os.path.join(self.root, "build"))
        self.assertEqual([source for source, _ in entries], ["agent/base/x.cpp", "agent/trace/deep/y.cpp"])
        self.assertEqual(headers.flags_by_module(entries), {"base": ["-std=c++20", "-DA"], "trace": ["-std=c++20", "-DA"]})

    def test_flags_are_taken_from_the_build(self):
        command = "ccache g++ -DA=\\\"1\\\" -I/x/include -isystem /y -O2 -g1 -std=c++20 -fsanitize=address -Wall -o a.o -c a.cpp"
        self.assertEqual(headers.kept_flags(command), ["-DA=\"1\"", "-I/x/include", "-isystem", "/y", "-std=c++20", "-Wall"])


class Programs(Tree):
    def test_an_empty_tree_is_a_failure_not_a_success(self):
        for lint in ("layers.py", "coroutines.py"):
            run = subprocess.run([sys.executable, "-B", os.path.join(HERE, lint), self.root], capture_output=True, check=False)
            self.assertEqual(run.returncode, 1, lint)

    def test_a_problem_is_printed_and_gives_exit_code_1(self):
        self.put("agent/base/x.cpp", '#include "task_agent/cli/x.hpp"\n')
        run = subprocess.run([sys.executable, "-B", os.path.join(HERE, "layers.py"), self.root], capture_output=True,
                             text=True, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn("base includes cli", run.stdout)


if __name__ == "__main__":
    unittest.main()
