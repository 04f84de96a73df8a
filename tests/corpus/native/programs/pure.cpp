#include <cstdio>

struct shape;
static double measure(shape const& s);

struct shape {
    shape() { std::fprintf(stderr, "area %f\n", measure(*this)); }
    virtual double area() const = 0;
};

static double measure(shape const& s) {
    return s.area();
}

struct circle : shape {
    double area() const override { return 3.14; }
};

int main() {
    std::fprintf(stderr, "drawing\n");
    circle c;
}
