#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

using nlohmann::json;

int main() {
  const char* lines[] = {R"({"id": 1, "cents": 250})", R"({"id": 2, "cents": "many"})", R"({"id": 3 "cents": 9})", R"({"id": 4})", "\"\xff\"", R"({"id": 6, "cents": 75})"};
  long sum = 0;
  int number = 0, dead = 0;
  for (const char* line : lines) {
    json record = {{"line", ++number}, {"level", "info"}, {"error", nullptr}};
    try {
      sum += json::parse(line).at("cents").get<long>();
    } catch (const json::exception& error) {
      record["level"] = "error";
      record["error"] = {{"id", error.id}, {"what", error.what()}};
      record["action"] = "dead_letter";
      dead++;
    }
    std::cout << record.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
  }
  std::cout << json({{"level", "info"}, {"sum", sum}, {"dead_letters", dead}, {"errors", 0}, {"exception", nullptr}}).dump() << "\n";
}
