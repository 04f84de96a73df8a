#include <cstdio>
#include <string>
#include <vector>

static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> fields(1);
    for (char c : text)
        if (c == ';')
            fields.emplace_back();
        else
            fields.back() += c;
    return fields;
}

int main() {
    for (const char* row : {"1;pear;120", "2;nut;80", "3;fig", "4;plum;90"}) {
        std::vector<std::string> fields = split(row);
        std::printf("%s costs %s\n", fields[1].c_str(), fields[2].c_str());
        std::fflush(stdout);
    }
}
