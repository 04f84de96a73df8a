#include <boost/interprocess/managed_shared_memory.hpp>
#include <boost/interprocess/sync/interprocess_mutex.hpp>
#include <cstdio>

namespace ipc = boost::interprocess;

int main() {
  const char* name = "night-segment";
  ipc::shared_memory_object::remove(name);
  for (int attempt = 1; attempt <= 3; attempt++) {
    try {
      if (attempt == 1) {
        ipc::managed_shared_memory segment(ipc::open_only, name);
      } else {
        ipc::managed_shared_memory segment(ipc::create_only, name, 4096);
        if (attempt == 2) segment.construct<char>("frames")[1 << 20]('x');
        else segment.construct<char>("frames")[256]('x');
        std::printf("segment is up, %zu bytes free\n", segment.get_free_memory());
      }
      break;
    } catch (const ipc::bad_alloc& error) {
      std::fprintf(stderr, "segment attempt %d: %s: too much was asked for, smaller frames are used\n", attempt, error.what());
      ipc::shared_memory_object::remove(name);
    } catch (const ipc::interprocess_exception& error) {
      std::fprintf(stderr, "segment attempt %d: interprocess_exception %d (errno %d): %s\n", attempt, error.get_error_code(), error.get_native_error(), error.what());
    }
  }
  for (int i = 0; i < 2; i++) std::fprintf(stderr, "remove: %s\n", ipc::shared_memory_object::remove(name) ? "done" : "No such file or directory, fine");
}
