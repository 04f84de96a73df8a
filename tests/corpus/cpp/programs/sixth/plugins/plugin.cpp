#include <stdexcept>
#ifdef OLD
int codec_v1_open(int);
extern "C" int plugin_start() { return codec_v1_open(3); }
#elif defined(STRICT)
extern "C" int plugin_start() { throw std::runtime_error("licence of 2024 has ended"); }
#else
extern "C" int plugin_start() { return 1; }
#endif
