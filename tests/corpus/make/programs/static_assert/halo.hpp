#pragma once
template <typename T, int N> struct halo {
    static_assert(N % 2 == 0, "halo width: must be even [see docs/halo.md]"); // RAISES
    T cells[N];
};
