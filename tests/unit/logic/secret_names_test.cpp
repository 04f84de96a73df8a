#include "task_agent/logic/secret_names.hpp"

#include "task_agent/logic/secret_set.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(secret_names_tests)

BOOST_AUTO_TEST_CASE(a_whole_word_of_the_name_says_secret) {
    for (auto const* name :
         {"HF_TOKEN", "TOKEN", "GITHUB_TOKEN_2", "DB_PASSWORD", "PASSWD", "AWS_SECRET_ACCESS_KEY",
          "CLIENT_SECRET", "GOOGLE_CREDENTIALS", "A_CREDENTIAL_B", "OPENAI_API_KEY", "NGC_API_KEY",
          "APIKEY_API_KEY", "SSH_PRIVATE_KEY", "my_token", "Db_Password"})
        BOOST_TEST(ta::is_secret_name(name), name);
    for (auto const* name : {"TOKENIZERS_PARALLELISM", "MAX_TOKENS", "SECRETARY", "KEY", "PUBLIC_KEY",
                             "API_KEY_ID", "PASSWORDLESS", "PATH", "", "_", "__"})
        BOOST_TEST(!ta::is_secret_name(name), name);
}

BOOST_AUTO_TEST_CASE(what_would_be_masked_all_over_is_not_maskable) {
    for (auto const* value :
         {"hunter2!", "abcdef", "123456a", "v1.2.3-x", "/x8Kj+81=", "/a/bcd=", "-----BEGIN X"})
        BOOST_TEST(ta::is_maskable(value), value);
    for (auto const* value : {"", "short", "123456", "-12345.5", "1,000,000", "2024-01-01", "1e1000",
                              "/var/run/token", "/run/secrets/a.b", "enabled", "DISABLED"})
        BOOST_TEST(!ta::is_maskable(value), value);
}

BOOST_AUTO_TEST_CASE(the_values_are_taken_by_name_with_all_that_follows_the_first_sign) {
    std::vector<std::string> const environment = {"PATH=/bin", "HF_TOKEN=hf_abc=def", "TOKEN",
                                                  "X_SECRET=", "A=B_TOKEN=c"};
    std::vector<std::string> const wanted = {"hf_abc=def", ""};
    BOOST_TEST(ta::secrets_in(environment) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
