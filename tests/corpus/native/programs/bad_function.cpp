#include <cstdio>
#include <functional>
#include <map>
#include <string>

std::map<std::string, std::function<void()>> steps = {{"fetch", [] { std::puts("fetched"); }}};

void run(std::string const& name) { steps[name](); }

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 256);
    run("fetch");
    run("pack");
}
