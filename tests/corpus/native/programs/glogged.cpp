#include <glog/logging.h>

namespace feed {

void append(int index, int expected) {
    CHECK_EQ(index, expected) << "blocks come out of order"; // RAISES
    LOG(INFO) << "block " << index;
}

}  // namespace feed

int main(int argc, char** argv) {
    google::InitGoogleLogging(argv[0]);
    google::InstallFailureSignalHandler();
    LOG(WARNING) << "1 mirror is slow";
    for (int i : {0, 1, 3})
        feed::append(i, i == 3 ? 2 : i);
}
