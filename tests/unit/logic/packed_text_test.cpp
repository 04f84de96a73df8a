#include "task_agent/logic/packed_text.hpp"

#include <boost/test/unit_test.hpp>

#include <utility>

namespace ta = task_agent;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(packed_text_tests)

BOOST_AUTO_TEST_CASE(compressed_files_and_utf_16_are_known_by_their_first_bytes) {
    for (auto const& [head, reader] :
         {std::pair("\x1f\x8b\x08\x08\x01\x02"sv, "zcat"sv), std::pair("\xfd\x37zXZ\0\0"sv, "xzcat"sv),
          std::pair("\x28\xb5\x2f\xfd\x04\x00"sv, "zstdcat"sv), std::pair("BZh91AY&SY"sv, "bzcat"sv),
          std::pair("PK\x03\x04\x14\x00"sv, "unzip -p"sv),
          std::pair("\xff\xfeT\0r\0"sv, "iconv -f UTF-16 -t UTF-8"sv),
          std::pair("\xfe\xff\0T\0r"sv, "iconv -f UTF-16 -t UTF-8"sv),
          std::pair("T\0r\0a\0c\0"sv, "iconv -f UTF-16LE -t UTF-8"sv),
          std::pair("\0T\0r\0a\0c"sv, "iconv -f UTF-16BE -t UTF-8"sv)}) {
        auto const found = ta::packed_text_of(head);
        BOOST_REQUIRE_MESSAGE(found.has_value(), reader);
        BOOST_TEST(found->reader == reader);
    }
}

BOOST_AUTO_TEST_CASE(plain_text_is_none_of_them) {
    for (std::string_view const head : {""sv, "T"sv, "Traceback"sv, "BZh"sv, "BZhang said"sv,
                                        "a\0b\0\0\0c\0"sv, "PKCS"sv, "\xef\xbb\xbfTrace"sv, "\xc3\xa9t"sv})
        BOOST_TEST(!ta::packed_text_of(head).has_value(), head);
}

BOOST_AUTO_TEST_SUITE_END()
