// The bodies of Asio, Beast and Process, compiled once for the whole program (style: heavy templates in named files).
// Process 1.81 with std::filesystem does not include what it uses; the first two headers mend that.
// clang-format off
#include <boost/optional.hpp>
#include <boost/type_traits.hpp>

#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
#include <boost/process/v2/src.hpp>
// clang-format on
