#include <glog/logging.h>

int main(int, char** argv) {
    google::InitGoogleLogging(argv[0]);
    FLAGS_logtostderr = true;
    for (int i = 0; i < 26; ++i) {
        if (i == 3)
            LOG(ERROR) << "mirror a failed: connection reset by peer, using mirror b";
        LOG_IF(WARNING, i % 9 == 0) << "block " << i << " is late";
        CHECK_GE(i, 0) << "never printed";
        LOG(INFO) << "block " << i << " appended";
    }
    LOG(INFO) << "feed complete, 0 errors";
}
