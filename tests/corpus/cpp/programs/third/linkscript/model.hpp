#pragma once
namespace tide {
double height(int hour);
double speed(int hour);
}
