#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <stdexcept>

static double read_value(int tick) {
  spdlog::debug("tick {} asks the gauge", tick);
  if (tick == 4) throw std::runtime_error("gauge 7: CRC mismatch (0x1f2e != 0x1f2f)");
  if (tick == 7) throw std::out_of_range("gauge 7: -999 bar is out of range");
  return 1.0 + tick / 10.0;
}

int main() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("recorder"));
  spdlog::set_pattern("[%Y-%m-%d %H:%M:%S.%e] [%n] [%l] %v");
  spdlog::enable_backtrace(4);
  double last = 0;
  int held = 0;
  for (int tick = 1; tick <= 9; tick++) {
    try {
      last = read_value(tick);
    } catch (const std::exception& error) {
      held++;
      spdlog::error("{}, the last value {} is held", error.what(), last);
      spdlog::dump_backtrace();
    }
  }
  spdlog::info("9 ticks recorded, {} held, 0 lost", held);
}
