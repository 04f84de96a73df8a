// Known failures (contract 3: category, hint, retryable): the format of the rules, which of them counts, and
// what the compiled-in ones know.
#include "task_agent/trace/failure_rules.hpp"

#include "task_agent/trace/known_failure.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/failure_samples.hpp"
#include <chrono>
#include <csignal>
#include <set>
#include <span>
#include <string>

namespace ta = task_agent;
namespace tr = task_agent::trace;
namespace fs = failure_samples;

namespace {

// An end as a run has it: the texts are kept here, the evidence borrows them.
struct an_end {
    std::string trace;
    std::string tail;
    tr::failure_evidence evidence;

    an_end() { evidence.exit = ta::exit_status{1, 0, false}; }
    an_end(an_end const&) = delete;

    void raised(std::string_view line, std::string_view more = {}) {
        evidence.has_exception = true;
        evidence.cause_line = line;
        std::size_t const colon = line.find(": ");
        evidence.type = line.substr(0, colon);
        evidence.message = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 2);
        trace = "Traceback (most recent call last):\n" + std::string(more) + "\n" + std::string(line) + "\n";
        evidence.trace = trace;
    }
    void printed(std::string_view line, int lines_behind = 0) {
        tail = "epoch 1 done\n" + std::string(line) + "\n";
        for (int i = 0; i < lines_behind; ++i)
            tail += "line " + std::to_string(i) + "\n";
        evidence.err_tail = tail;
    }
    void show(fs::sample const& s) {
        switch (s.where) {
            case fs::seen::raised:
                raised(s.text);
                break;
            case fs::seen::chained:
                raised("RuntimeError: could not go on", s.text);
                break;
            case fs::seen::printed:
                printed(s.text);
                break;
            case fs::seen::above:
                printed(s.text, 40);
                raised("ValueError: bad");
                break;
            case fs::seen::known:
                evidence.reason = ta::failure_reason::start_failed;
                evidence.exit.reset();
                evidence.known_cause = s.text;
                break;
        }
    }
    std::string rule(tr::failure_rules const& rules = tr::builtin_failure_rules(),
                     tr::failure_rules const* own = nullptr) const {
        auto const known = tr::find_failure(rules, evidence, own);
        return known ? std::string(known->rule) : std::string();
    }
};

tr::failure_rules rules_of(std::string const& text) {
    auto parsed = tr::parse_failure_rules(text, "r.conf");
    for (auto const& problem : parsed.problems)
        BOOST_ERROR(problem);
    return parsed.rules;
}

std::string rule_text(std::string const& id, std::string const& lines) {
    return "[" + id + "]\ncategory = " + id + "\nretryable = no\nhint = do something\n" + lines + "\n";
}

std::vector<std::string> problems_of(std::string const& text) {
    return tr::parse_failure_rules(text, "r.conf").problems;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(failure_rules_tests)

BOOST_AUTO_TEST_CASE(the_mark_that_some_editors_begin_a_file_with_is_skipped) {
    auto const parsed = task_agent::trace::parse_failure_rules(
        "\xEF\xBB\xBF[a]\ncategory = a\nretryable = no\nhint = do it\ncause = alpha\n", "rules");
    BOOST_TEST(parsed.problems.empty());
    BOOST_TEST(parsed.rules.rules.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_compiled_in_file_has_no_problem_and_says_what_to_do) {
    auto const parsed = tr::parse_failure_rules(tr::builtin_failure_rules_text(), "failure_rules.conf");
    for (auto const& problem : parsed.problems)
        BOOST_ERROR(problem);
    BOOST_TEST(parsed.rules.rules.size() >= 45U);
    BOOST_TEST(parsed.rules.rules.size() == tr::builtin_failure_rules().rules.size());
    std::set<std::string> categories;
    for (auto const& rule : parsed.rules.rules) {
        BOOST_TEST(rule.hint.size() > 40U, rule.id);
        categories.insert(rule.category);
    }
    // contract 3 names these
    for (auto const* category : {"cuda_out_of_memory", "nccl_timeout", "ecc_error", "disk_full",
                                 "out_of_memory", "missing_module", "permission", "connection_refused"})
        BOOST_TEST(categories.contains(category), category);
}

BOOST_AUTO_TEST_CASE(each_wording_is_known_by_its_rule) {
    for (fs::sample const& s : std::span(fs::known_wordings, fs::known_wording_count)) {
        an_end end;
        end.show(s);
        BOOST_TEST(end.rule() == s.rule, s.rule << " by: " << s.text << " but got \"" << end.rule() << "\"");
    }
}

// Rules that look at nothing but the end are tested below.
BOOST_AUTO_TEST_CASE(each_rule_has_a_wording) {
    std::set<std::string_view> known{"cpu_time_limit", "terminated"};
    for (fs::sample const& s : std::span(fs::known_wordings, fs::known_wording_count))
        known.insert(s.rule);
    for (auto const& rule : tr::builtin_failure_rules().rules)
        BOOST_TEST(known.contains(rule.id), rule.id << " has no sample");
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_failure_is_none) {
    for (fs::sample const& s : std::span(fs::near_misses, fs::near_miss_count)) {
        an_end end;
        end.show(s);
        BOOST_TEST(end.rule() == "", s.text << " was taken for " << end.rule());
    }
}

BOOST_AUTO_TEST_CASE(how_it_ended_tells_when_nothing_else_does) {
    struct {
        int code;
        int signal;
        char const* rule;
    } const ends[] = {
        {127, 0, "command_not_found"},
        {126, 0, "permission"},
        {128 + SIGSEGV, 0, "segmentation_fault"},
        {0, SIGSEGV, "segmentation_fault"},
        {0, SIGBUS, "bus_error"},
        {0, SIGILL, "cpu_features"},
        {0, SIGXFSZ, "file_too_large"},
        {0, SIGXCPU, "cpu_time_limit"},
        {0, SIGPIPE, "broken_pipe"},
        {0, SIGKILL, "killed"},
        {128 + SIGKILL, 0, "killed"},
        {0, SIGTERM, "terminated"},
        {128 + SIGTERM, 0, "terminated"},
        {1, 0, ""},
        {12, 0, ""},
        {0, SIGINT, ""},
    };
    for (auto const& e : ends) {
        an_end end;
        end.evidence.exit = ta::exit_status{e.code, e.signal, false};
        if (e.signal != 0) end.evidence.reason = ta::failure_reason::signal;
        BOOST_TEST(end.rule() == e.rule, "code " << e.code << " signal " << e.signal);
    }
    // the agent's own kill is not somebody's
    for (auto const reason : {ta::failure_reason::timeout, ta::failure_reason::stopped_externally,
                              ta::failure_reason::stalled, ta::failure_reason::unkillable}) {
        an_end end;
        end.evidence.reason = reason;
        end.evidence.exit = ta::exit_status{0, SIGKILL, false};
        BOOST_TEST(end.rule() == "");
    }
}

BOOST_AUTO_TEST_CASE(the_code_of_a_shell_says_nothing_where_a_program_raised_something) {
    an_end end;
    end.raised("error: bad key: x");
    end.evidence.exit = ta::exit_status{127, 0, false};
    BOOST_TEST(end.rule() == "command_not_found");
    end.evidence.is_raised = true;
    BOOST_TEST(end.rule() == "");
}

BOOST_AUTO_TEST_CASE(the_last_lines_of_a_workload_that_was_stopped_are_not_why) {
    an_end end;
    end.printed("connect: Connection refused");
    BOOST_TEST(end.rule() == "connection_refused");
    end.evidence.reason = ta::failure_reason::timeout;
    BOOST_TEST(end.rule() == "");
}

BOOST_AUTO_TEST_CASE(a_consequence_gives_way_to_what_another_rank_says) {
    an_end end;
    end.raised("RuntimeError: NCCL error: unhandled system error");
    BOOST_TEST(end.rule() == "nccl_error");
    end.printed("[rank3]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.", 30);
    BOOST_TEST(end.rule() == "cuda_out_of_memory");
}

BOOST_AUTO_TEST_CASE(what_others_say_of_their_end_is_no_reason_of_what_failed_first) {
    an_end end;
    end.printed("[rank0]: Watchdog caught collective operation timeout: WorkNCCL(SeqNum=7)");
    end.raised("KeyError: 'price'");
    BOOST_TEST(end.rule() == "nccl_timeout");
    end.evidence.is_reason = true;
    BOOST_TEST(end.rule() == "");
    end.raised("RuntimeError: Watchdog caught collective operation timeout: WorkNCCL(SeqNum=7)");
    BOOST_TEST(end.rule() == "nccl_timeout");
}

BOOST_AUTO_TEST_CASE(what_a_table_says_of_the_first_end_goes_before_its_own_type) {
    an_end end;
    end.raised("torch.distributed.elastic.multiprocessing.errors.ChildFailedError: train.py FAILED");
    BOOST_TEST(end.rule() == "worker_failed");
    end.evidence.root_line = "exitcode -11: Signal 11 (SIGSEGV) received by PID 13";
    BOOST_TEST(end.rule() == "segmentation_fault");
}

BOOST_AUTO_TEST_CASE(data_that_cannot_be_parsed_are_no_fault_of_the_programs_syntax) {
    an_end end;
    end.raised("SyntaxError: Unexpected token b in JSON at position 1", "    at JSON.parse (<anonymous>)");
    BOOST_TEST(end.rule() == "malformed_data");
    end.raised("SyntaxError: '{' was never closed",
               "  File \"/usr/lib/python3.11/ast.py\", line 64, in literal_eval");
    BOOST_TEST(end.rule() == "malformed_data");
    end.raised("SyntaxError: '{' was never closed");
    BOOST_TEST(end.rule() == "syntax_error");
}

BOOST_AUTO_TEST_CASE(what_was_raised_counts_before_its_trace_and_that_before_the_output) {
    auto const rules =
        rules_of(rule_text("by_end", "end = exit code 1") + rule_text("by_output", "output = alpha") +
                 rule_text("by_ending", "ending = omega") + rule_text("by_trace", "trace = beta") +
                 rule_text("by_cause", "cause = gamma"));
    an_end end;
    BOOST_TEST(end.rule(rules) == "by_end");
    end.printed("alpha", 20);
    BOOST_TEST(end.rule(rules) == "by_output");
    end.tail += "omega\n";
    end.evidence.err_tail = end.tail;
    BOOST_TEST(end.rule(rules) == "by_ending");
    end.tail += "alpha\n";  // among the last lines it counts as much, and its rule stands first
    end.evidence.err_tail = end.tail;
    BOOST_TEST(end.rule(rules) == "by_output");
    end.raised("ValueError: nothing", "beta");
    BOOST_TEST(end.rule(rules) == "by_trace");
    end.raised("ValueError: gamma", "beta");
    BOOST_TEST(end.rule(rules) == "by_cause");
}

BOOST_AUTO_TEST_CASE(output_is_read_120_lines_back_and_the_ending_8) {
    auto const rules = rules_of(rule_text("near", "ending = alpha") + rule_text("far", "output = alpha"));
    an_end end;
    end.printed("alpha", tr::ending_lines - 1);
    BOOST_TEST(end.rule(rules) == "near");
    end.printed("alpha", tr::ending_lines);
    BOOST_TEST(end.rule(rules) == "far");
    end.printed("alpha", tr::output_lines - 1);
    BOOST_TEST(end.rule(rules) == "far");
    end.printed("alpha", tr::output_lines);
    BOOST_TEST(end.rule(rules) == "");
    // stdout is looked at as well
    end.evidence.out_tail = "alpha\n";
    BOOST_TEST(end.rule(rules) == "near");
}

BOOST_AUTO_TEST_CASE(in_one_place_the_first_rule_of_the_file_counts) {
    auto const rules =
        rules_of(rule_text("special", "cause = alpha beta") + rule_text("general", "cause = alpha"));
    an_end end;
    end.raised("E: alpha beta");
    BOOST_TEST(end.rule(rules) == "special");
    end.raised("E: alpha gamma");
    BOOST_TEST(end.rule(rules) == "general");
}

BOOST_AUTO_TEST_CASE(the_users_rules_go_before_and_replace_those_of_the_same_id) {
    auto const builtin = rules_of(rule_text("one", "cause = alpha") + rule_text("two", "cause = alpha"));
    an_end end;
    end.raised("E: alpha");
    end.printed("site: maintenance", 20);
    auto const before = rules_of(rule_text("mine", "output = site: maintenance"));
    BOOST_TEST(end.rule(builtin, &before) == "mine");
    auto const replaced = rules_of(rule_text("one", "cause = nothing of it"));
    BOOST_TEST(end.rule(builtin, &replaced) == "two");
    // also one that is only a consequence, when nothing else is known
    auto const weak = rules_of(rule_text("weak", "cause = alpha\nconsequence = yes"));
    BOOST_TEST(end.rule(builtin, &weak) == "one");
    BOOST_TEST(end.rule(rules_of(""), &weak) == "weak");
}

BOOST_AUTO_TEST_CASE(exceptions_of_a_rule_and_of_a_file_are_kept) {
    auto const rules =
        rules_of("[*]\nunless = noise\n" + rule_text("one", "cause, output = alpha\nunless = however"));
    an_end end;
    end.printed("alpha");
    BOOST_TEST(end.rule(rules) == "one");
    end.printed("alpha however");
    BOOST_TEST(end.rule(rules) == "");
    end.printed("alpha noise");
    BOOST_TEST(end.rule(rules) == "");
    end.printed("");
    end.raised("E: alpha noise");  // [*] is about output
    BOOST_TEST(end.rule(rules) == "one");
    end.raised("E: alpha however");
    BOOST_TEST(end.rule(rules) == "");
}

BOOST_AUTO_TEST_CASE(a_type_is_meant_whole_and_case_counts_unless_said_otherwise) {
    auto const rules = rules_of(rule_text("typed", "type = *.OutOfMemoryError") +
                                rule_text("loud", "any-case = yes\ncause = Alpha Beta"));
    an_end end;
    end.raised("torch.cuda.OutOfMemoryError: x");
    BOOST_TEST(end.rule(rules) == "typed");
    end.raised("torch.OutOfMemoryErrors: x");
    BOOST_TEST(end.rule(rules) == "");
    end.raised("OutOfMemoryError: x");
    BOOST_TEST(end.rule(rules) == "");
    end.raised("E: ALPHA beta");
    BOOST_TEST(end.rule(rules) == "loud");
}

BOOST_AUTO_TEST_CASE(a_message_of_several_lines_is_read_line_by_line) {
    auto const rules = rules_of(rule_text("second", "cause = ^second: *!$"));
    an_end end;
    end.raised("E: first");
    end.evidence.message = "first\nsecond: x!\nthird";
    BOOST_TEST(end.rule(rules) == "second");
    end.evidence.message = "first\nsecond: x\n!";
    BOOST_TEST(end.rule(rules) == "");
}

BOOST_AUTO_TEST_CASE(comments_blank_lines_quotes_and_windows_line_ends_are_fine) {
    auto const rules = rules_of(
        "\n# one\r\n  [ a ]\r\ncategory=c\r\nretryable =yes\r\n\r\nhint = x = y # z\r\n"
        "  cause ,ending= \" alpha\"\r\n#\r\n");
    BOOST_REQUIRE(rules.rules.size() == 1U);
    auto const& rule = rules.rules[0];
    BOOST_TEST(rule.id == "a");
    BOOST_TEST(rule.category == "c");
    BOOST_TEST(rule.retryable == "yes");
    BOOST_TEST(rule.hint == "x = y # z");
    BOOST_REQUIRE(rule.patterns.size() == 1U);
    BOOST_TEST(rule.patterns[0].pattern.fits("an alpha"));
    BOOST_TEST(!rule.patterns[0].pattern.fits("alpha"));
}

BOOST_AUTO_TEST_CASE(each_problem_is_a_sentence_with_its_line_and_what_is_allowed) {
    struct {
        std::string text;
        std::string line;
        std::string says;
    } const wrong[] = {
        {"cause = alpha", "line 1", "belongs to no rule"},
        {"[A b]", "line 1", "lower-case letters"},
        {"[a", "line 1", "does not end with ]"},
        {rule_text("a", "cause = alpha") + rule_text("a", "cause = alpha"), "line 6", "already"},
        {rule_text("a", "cause = alpha\nnothing"), "line 6", "\"nothing\" is no line of a rule"},
        {rule_text("a", "cause = alpha\ncolour = red"), "line 6", "allowed are category"},
        {rule_text("a", "cause = alpha\ncause, colour = alpha"), "line 6", "\"cause, colour\" is no key"},
        {rule_text("a", "cause = alpha\ncause ="), "line 6", "no value"},
        {rule_text("a", "cause = **a*"), "line 5", "almost anything"},
        {rule_text("a", "cause = alpha\nunless = *"), "line 6", "almost anything"},
        {rule_text("a", "cause = alpha\nany-case = maybe"), "line 6", "yes and no"},
        {rule_text("a", "cause = alpha\ncategory = b"), "line 6", "twice"},
        {rule_text("a", ""), "line 1", "no pattern"},
        {"[a]\nretryable = no\nhint = h\ncause = alpha", "line 1", "no category"},
        {"[a]\ncategory = c\nhint = h\ncause = alpha", "line 1", "no retryable"},
        {"[a]\ncategory = c\nretryable = no\ncause = alpha", "line 1", "no hint"},
        {"[a]\ncategory = c\nretryable = perhaps\nhint = h\ncause = alpha", "line 3", "yes, no and unknown"},
        {"[a]\ncategory = C!\nretryable = no\nhint = h\ncause = alpha", "line 2", "lower-case letters"},
        {"[a]\ncategory = c\nretryable = no\nhint = " + std::string(301, 'h') + "\ncause = alpha", "line 4",
         "300 bytes"},
        {"[*]\ncause = alpha", "line 2", "below [*]; allowed is unless"},
        {"# " + std::string(1000, 'x'), "line 1", "1000 bytes"},
        {"# \xff", "line 1", "UTF-8"},
    };
    for (auto const& w : wrong) {
        auto const problems = problems_of(w.text);
        BOOST_REQUIRE_MESSAGE(problems.size() == 1U, w.text << " has " << problems.size() << " problems");
        BOOST_TEST(problems[0].starts_with("r.conf, " + w.line + ": "), problems[0]);
        BOOST_TEST(holds(problems[0], w.says), problems[0]);
        BOOST_TEST(holds(problems[0], "allowed"), problems[0]);
        BOOST_TEST(!holds(problems[0], "\n"), problems[0]);
    }
}

BOOST_AUTO_TEST_CASE(all_problems_of_a_file_are_told_and_the_rest_counted) {
    BOOST_TEST(problems_of("one\ntwo\nthree\n").size() == 3U);
    std::string many;
    for (int i = 0; i < 50; ++i)
        many += "line\n";
    auto const problems = problems_of(many);
    BOOST_REQUIRE(problems.size() == tr::most_rule_problems + 1);
    BOOST_TEST(problems.back() == "r.conf: 30 further problems");
    BOOST_TEST(holds(problems_of(std::string(tr::longest_rule_file + 1, '#')).at(0), "256 KiB"));
    std::string rules;
    for (std::size_t i = 0; i <= tr::most_rules; ++i)
        rules += rule_text("r" + std::to_string(i), "cause = alpha");
    BOOST_TEST(holds(problems_of(rules).at(0), "allowed are 1000"));
}

BOOST_AUTO_TEST_CASE(evidence_of_any_size_takes_a_bounded_time) {
    using clock = std::chrono::steady_clock;
    std::string lines;
    while (lines.size() < 8U << 20)
        lines += "CUDA out of memor out of memory. Tried to allocat No space left on devic a*a*a* \n";
    std::string const one_line(8U << 20, 'a');
    for (std::string const* text : {static_cast<std::string const*>(&lines), &one_line}) {
        tr::failure_evidence evidence;
        evidence.has_exception = true;
        evidence.type = evidence.message = evidence.cause_line = evidence.trace = *text;
        evidence.err_tail = evidence.out_tail = *text;
        auto const start = clock::now();
        BOOST_TEST(!tr::find_failure(tr::builtin_failure_rules(), evidence).has_value());
        BOOST_TEST((clock::now() - start < std::chrono::seconds(1)));  // some ms; sanitizers are slow
    }
}

BOOST_AUTO_TEST_SUITE_END()
