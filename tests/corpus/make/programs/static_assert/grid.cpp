#include "halo.hpp"

halo<double, 3> edge;
