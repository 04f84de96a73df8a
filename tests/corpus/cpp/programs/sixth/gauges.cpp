#include <log4cplus/log4cplus.h>
#include <future>
#include <stdexcept>

static void nest(const std::exception& error, int depth, log4cplus::Logger& log) {
  LOG4CPLUS_ERROR(log, std::string(depth * 2, ' ') << (depth ? "caused by: " : "") << error.what());
  try {
    std::rethrow_if_nested(error);
  } catch (const std::exception& inner) {
    nest(inner, depth + 1, log);
  }
}

static double read_raw(int gauge, int attempt) {
  if (gauge == 3 && attempt < 3) throw std::system_error(ETIMEDOUT, std::generic_category(), "ioctl(GAUGE_READ)");
  if (gauge == 5) throw std::invalid_argument("stod");
  return gauge * 1.5;
}

static double read(int gauge, int attempt) {
  try {
    return read_raw(gauge, attempt);
  } catch (...) {
    std::throw_with_nested(std::runtime_error("gauge " + std::to_string(gauge) + " cannot be read"));
  }
}

int main() {
  log4cplus::Initializer initializer;
  auto early = log4cplus::Logger::getInstance("early");
  LOG4CPLUS_WARN(early, "nobody hears this");
  log4cplus::BasicConfigurator(log4cplus::Logger::getDefaultHierarchy(), true).configure();
  auto log = log4cplus::Logger::getInstance("night.gauges");
  double sum = 0;
  int missed = 0;
  for (int gauge = 1; gauge <= 6; gauge++) {
    bool done = false;
    for (int attempt = 1; attempt <= 3 && !done; attempt++) {
      auto value = std::async(std::launch::async, read, gauge, attempt);
      try {
        sum += value.get();
        done = true;
      } catch (const std::exception& error) {
        nest(error, 0, log);
      }
    }
    if (!done) {
      missed++;
      LOG4CPLUS_WARN(log, "gauge " << gauge << " is left to yesterday's value");
    }
  }
  LOG4CPLUS_INFO(log, "sum " << sum << ", missed " << missed << ", status OK");
}
