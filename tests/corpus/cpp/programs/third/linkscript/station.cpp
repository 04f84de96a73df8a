#include "model.hpp"
double flow(int hour) {
    return tide::height(hour) * tide::speed(hour);
}
