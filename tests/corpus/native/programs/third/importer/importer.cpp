#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
namespace logging {
enum level { info, warn, error };
void write(level l, const char *part, const std::string &text) {
    static const char *names[] = {"info ", "warn ", "error"};
    static int tick = 0;
    std::fprintf(stderr, "[2026-11-27 01:00:%02d.%03d] [%s] [%s] %s\n", tick / 7, tick * 131 % 1000, names[l], part, text.c_str());
    tick++;
}
}
using namespace logging;
struct store {
    std::map<std::string, double> rows;
    bool add(const std::string &key, const std::string &value) {
        try {
            rows[key] = std::stod(value);
            return true;
        } catch (const std::exception &) {
            return false;
        }
    }
};
int main(int, char **argv) {
    store s;
    int line = 0;
    std::ifstream in(argv[1]);
    for (std::string text; std::getline(in, text);) {
        line++;
        auto at = text.find('=');
        if (at == std::string::npos) { write(warn, "parser", "line " + std::to_string(line) + " is no pair, left out"); continue; }
        if (!s.add(text.substr(0, at), text.substr(at + 1))) {
            write(error, "loader", "price of '" + text.substr(0, at) + "' in line " + std::to_string(line) + " cannot be read: '" + text.substr(at + 1) + "'");
            write(info, "store", "rolling back " + std::to_string(s.rows.size()) + " rows");
            for (auto &row : s.rows) write(info, "store", "removed " + row.first);
            write(info, "main", "imported 0 rows, exit 1");
            return 1;
        }
        write(info, "loader", text.substr(0, at) + " loaded");
    }
    write(info, "main", "imported " + std::to_string(s.rows.size()) + " rows");
}
