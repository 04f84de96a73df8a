#include <cassert>
#include <cstdio>
#include <vector>

struct Ledger {
    int debit, credit;
    void close() const {
        assert(debit == credit && "ledger is not balanced"); // RAISES
    }
};

int sum(const std::vector<int>& v, int n) {
    int s = 0;
    for (int i = 0; i < n; i++)
        s += v[i];
    return s;
}

int main(int argc, char**) {
    std::fputs("closing the books\n", stderr);
    if (argc > 1)
        return sum({1, 2, 3}, 4) > 0;
    Ledger{120, 119}.close();
}
