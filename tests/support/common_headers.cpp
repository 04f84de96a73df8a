// What the precompiled headers are made for: CMake makes none for a target without a source.
#include "common_headers.hpp"
