#include <cstdio>

struct Shape {
    Shape() { report(); }
    void report() { std::printf("area %f\n", area()); }
    virtual double area() const = 0;
    virtual ~Shape() = default;
};

struct Square : Shape {
    double area() const override { return 4; }
};

int main() {
    std::fputs("drawing\n", stderr);
    Square s;
}
