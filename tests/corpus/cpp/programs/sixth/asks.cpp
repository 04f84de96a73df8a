#include <boost/asio.hpp>
#include <boost/exception/diagnostic_information.hpp>
#include <iostream>
#include <thread>

namespace asio = boost::asio;
using asio::ip::tcp;

static std::string ask(unsigned short port) {
  asio::io_context context;
  tcp::socket socket(context);
  socket.connect({asio::ip::make_address("127.0.0.1"), port});
  std::string reply;
  boost::system::error_code error;
  asio::read(socket, asio::dynamic_buffer(reply), error);
  if (error != asio::error::eof) throw boost::system::system_error(error, "read");
  if (reply.empty()) throw boost::enable_error_info(std::runtime_error("reply of 0 bytes")) << boost::throw_file(__FILE__) << boost::throw_line(__LINE__);
  return reply;
}

int main() {
  asio::io_context context;
  tcp::acceptor silent(context, {asio::ip::make_address("127.0.0.1"), 48782});
  tcp::acceptor good(context, {asio::ip::make_address("127.0.0.1"), 48783});
  std::thread server([&] {
    silent.accept().close();
    asio::write(*std::make_unique<tcp::socket>(good.accept()), asio::buffer(std::string("tide 412 cm")));
  });
  for (unsigned short port : {48781, 48782, 48783}) {
    try {
      const auto reply = ask(port);
      std::cout << "station " << port << ": " << reply << "\n";
    } catch (const boost::exception& error) {
      std::clog << "station " << port << ": " << boost::diagnostic_information(error) << "the next one is asked\n";
    } catch (const std::exception& error) {
      std::clog << "station " << port << ": " << boost::current_exception_diagnostic_information() << "the next one is asked\n";
    }
  }
  server.join();
}
