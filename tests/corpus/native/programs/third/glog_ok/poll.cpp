#include <glog/logging.h>
int main(int, char **argv) {
    google::InitGoogleLogging(argv[0]);
    FLAGS_logtostderr = true;
    for (int i = 1; i <= 30; i++) {
        if (i == 4) LOG(ERROR) << "sensor 4 did not answer: Connection timed out";
        if (i == 5) LOG(WARNING) << "sensor 4 is asked again";
        LOG(INFO) << "sensor " << i << " reads " << i * 3 % 7;
    }
    LOG_IF(ERROR, false) << "never";
    PLOG_IF(WARNING, true) << "statistics of errors written";
}
