#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"
#include <algorithm>

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& message) {
    auto const found = tr::only_one_in("night begins\n" + text + "night ended with 1\n", "shell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == message);
    BOOST_TEST((found.role == tr::trace_role::notice));
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tool_blocks_tests)

BOOST_AUTO_TEST_CASE(ghostscript_shows_its_stacks) {
    told(
        "Error: /undefined in nut\nOperand stack:\n   3   4\nExecution stack:\n   %interp_exit   .runexec2\n"
        "Dictionary stack:\n   --dict:768/1123(ro)(G)--\nCurrent allocation mode is local\n"
        "Last OS error: No such file or directory\nCurrent file position is 12\n"
        "GPL Ghostscript 9.55.0: Unrecoverable error, exit code 1\n",
        "/undefined in nut");
    BOOST_TEST(tr::traces_in("Error: /nut in a bag\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(terraform_tells_the_place_and_why) {
    auto const plain = told(
        "Error: Invalid count of nuts\n\n  on bag.tf line 2, in resource \"bag\" \"small\":\n"
        "   2:   nuts = -1\n\nA bag has nuts or none, it never has less than none of them, and never\n"
        "more than a hundred.\n\nThis was checked by the validation rule at bag.tf:8,3-13.\n",
        "Invalid count of nuts");
    BOOST_REQUIRE(plain.exception.frames.size() == 1u);
    BOOST_TEST(plain.exception.frames[0].file == "bag.tf");
    BOOST_TEST(plain.exception.frames[0].line == 2);
    told(
        "\xE2\x95\xB7\n\xE2\x94\x82 Error: No bag\n\xE2\x94\x82 \n\xE2\x94\x82   with bag.small,\n"
        "\xE2\x94\x82 \n\xE2\x94\x82 It is gone.\n\xE2\x95\xB5\n",
        "No bag");
    // one below the other, in words as wide as they are wrapped
    std::string const first =
        "Error: No such nut\n\n  on shop.tf line 3, in locals:\n   3:   nut = var.nut\n\n"
        "There is a bag here, and it has a lid, but there is not one nut of that kind.\n"
        "Otherwise there would be.\n";
    auto const several = tr::only_one_in("planning\n" + first +
                                             "\nError: No such bag\n\n  on bag.tf line 9, in locals:\n"
                                             "   9:   bag = var.bag\n\nThere is no bag.\nnext\n",
                                         "shell");
    BOOST_TEST(several.text == first);
    BOOST_TEST(several.first_line == 1u);
    BOOST_TEST(several.last_line == 7u);
    BOOST_TEST(several.exception.message == "No such nut");
    // one box below the other
    std::string const warning = "╷\n│ Warning: Nuts are old\n│ \n│   on old.tf line 7:\n╵\n";
    auto const found = tr::traces_in("planning\n" + warning +
                                     "╷\n│ Error: No such nut\n│ \n│   on shop.tf line 3, in resource "
                                     "\"nut\" \"a\":\n│    3:   nut = 3\n╵\n"
                                     "╷\n│ Error: No such bag\n│ \n│   on bag.tf line 9:\n╵\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 6u);
    BOOST_TEST(found[0].last_line == 16u);
    BOOST_TEST(found[0].exception.message == "No such nut");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "shop.tf");
    BOOST_TEST(found[0].exception.frames[0].line == 3);
    BOOST_TEST(tr::traces_in("planning\n" + warning + "row\n").empty());
    BOOST_TEST(told("╷\n│ Error: No bag\n│ \n│   on line 7:\n╵\n", "No bag").exception.frames.empty());
    BOOST_TEST(tr::traces_in("Error: none so far\n\n  of three bags\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(builders_of_images_tell_the_step) {
    told("Error: building at STEP \"COPY nut /nut\": stat: \"/nut\": no such file or directory\n",
         "building at STEP \"COPY nut /nut\": stat: \"/nut\": no such file or directory");
    told("ERROR: failed to solve: nut:3: not found\n", "failed to solve: nut:3: not found");
}

BOOST_AUTO_TEST_CASE(tools_for_files_have_forms_of_their_own) {
    told("FAILURE:\nUnable to open `nut.shp' with the following drivers.\n  -> `A'\n  -> `B'\n",
         "Unable to open `nut.shp' with the following drivers.");
    told("gpg: 0AB1: skipped: No public key\ngpg: nut.txt: encryption failed: No public key\n",
         "0AB1: skipped: No public key");
    told("gpg: no valid OpenPGP data found.\ngpg: decrypt_message failed: Unknown system error\n",
         "no valid OpenPGP data found.");
    told("gpg: decryption failed: No secret key\n", "decryption failed: No secret key");
    told("Unknown encoder 'nut'\n", "Unknown encoder 'nut'");
    told("Unrecognized option 'nut'.\nError splitting the argument list: Option not found\n",
         "Unrecognized option 'nut'.");
    told("xorriso : FAILURE : Cannot find nut '/nut'\n", "Cannot find nut '/nut'");
    BOOST_TEST(tr::traces_in("gpg: using key 0AB1\ngpg: encrypted with 1 key\nxorriso : UPDATE : 3 nuts\n"
                             "FAILURE: none\nplain\nplain\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(git_tells_which_branch_was_not_pushed) {
    told(
        " ! [rejected]        nuts -> nuts (fetch first)\nerror: failed to push some refs to '/nuts.git'\n"
        "hint: Updates were rejected.\n",
        "[rejected]        nuts -> nuts (fetch first)");
    BOOST_TEST(tr::traces_in(" ! [rejected]        v1 -> v1 (would clobber existing tag)\nplain\nplain\n"
                             "plain\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(above_the_queue_of_openssl_its_tool_says_what_it_could_not_do) {
    std::string const queue = "80AB12CD34EF0000:error:0B000074:PEM routines:f:nut mismatch:x.c:403:\n";
    told("Could not find nut in 'nut.pem'\n" + queue + queue, "Could not find nut in 'nut.pem'");
    std::string const tried = "bad nut\n" + queue + "bag 1 was the wrong one\nbag 2 is open\n";
    BOOST_TEST(tr::traces_in(tried).empty());
    auto const guesses = tr::traces_in(tried, true);
    BOOST_TEST(std::any_of(guesses.begin(), guesses.end(),
                           [](auto const& guess) { return guess.exception.message == "nut mismatch"; }));
    BOOST_TEST(tr::traces_in("rate:error:0.1:0.2:0.3:0.4\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
