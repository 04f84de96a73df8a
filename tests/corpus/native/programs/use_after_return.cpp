#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

std::string_view tail(std::string const& text) {
    std::vector<std::string>* parts = new std::vector<std::string>{text, text + " and a longer rest of the text"};
    std::string_view view = parts->back();
    delete parts;
    return view;
}

int main() {
    std::puts("cutting");
    std::string_view v = tail("night");
    return v[3] == 'x' ? 1 : 0;
}
