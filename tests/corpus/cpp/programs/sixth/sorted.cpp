#include <glog/logging.h>
#include <thread>
#include <vector>

static void sort_part(int part) {
  if (part % 4 == 1) {
    LOG(ERROR) << "part " << part << ": key 0x7f of row 12 is out of order, sorted again";
    return;
  }
  VLOG(1) << "part " << part << " sorted";
  LOG_EVERY_N(WARNING, 3) << "merge buffer is short (" << google::COUNTER << " times)";
}

int main(int, char** argv) {
  FLAGS_logtostderr = true;
  FLAGS_v = 1;
  google::InitGoogleLogging(argv[0]);
  for (int part = 0; part < 8; part++) std::thread(sort_part, part).join();
  PLOG_IF(ERROR, !fopen("/app/hints.bin", "rb")) << "hints.bin is optional";
  LOG(INFO) << "8 parts sorted, 0 fatal, CHECK failures 0";
}
