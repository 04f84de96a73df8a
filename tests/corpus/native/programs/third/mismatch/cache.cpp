#include <cstdio>
#include <string>
struct entry { std::string key; int uses; };
class cache {
public:
    explicit cache(int n) : entries_(new entry[n]) {}
    ~cache() { drop(); }
private:
    void drop() { delete entries_; }
    entry *entries_;
};
int main() {
    std::fprintf(stderr, "cache: warming 8 entries\n");
    { cache c(8); }
    std::fprintf(stderr, "cache: done\n");
}
