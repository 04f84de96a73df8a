// What most tests include, for TASK_AGENT_PCH. No test includes this file: each names what it needs, and the
// build without precompiled headers shows it. Nothing of this project stands here, or any change would
// compile every test again.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>
