#include "model.hpp"
namespace tide {
double height(int hour) {
    int unused = 0;
    return hour / 12.4;
}
}
