#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <syslog.h>

namespace fs = std::filesystem;

int main() {
  openlog("copies", LOG_PERROR | LOG_PID, LOG_USER);
  fs::create_directories("out/locked");
  std::ofstream("a.txt") << "a";
  std::ofstream("b.txt") << "b";
  int done = 0;
  for (auto [from, to] : {std::pair{"a.txt", "out/a.txt"}, {"gone.txt", "out/gone.txt"}, {"b.txt", "out/a.txt"}, {"b.txt", "none/b.txt"}}) {
    try {
      fs::copy_file(from, to);
      done++;
    } catch (const fs::filesystem_error& error) {
      syslog(LOG_ERR, "%s (%s:%d), left for the next night", error.what(), error.code().category().name(), error.code().value());
    }
  }
  for (const char* pattern : {".*\\.txt", "*.txt", "(a|b"}) {
    try {
      std::regex filter(pattern);
      syslog(LOG_INFO, "pattern %s is in use", pattern);
    } catch (const std::regex_error& error) {
      syslog(LOG_WARNING, "std::regex_error: %s; pattern '%s' is taken as a plain name", error.what(), pattern);
    }
  }
  syslog(LOG_NOTICE, "%d of 4 copied, exit status 0", done);
}
