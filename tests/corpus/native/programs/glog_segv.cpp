#include <glog/logging.h>

#include <vector>

namespace feed {

__attribute__((noinline)) int first(std::vector<int> const* v) {
    return v->front(); // RAISES
}

}  // namespace feed

int main(int argc, char** argv) {
    google::InitGoogleLogging(argv[0]);
    google::InstallFailureSignalHandler();
    LOG(ERROR) << "cache is cold";
    std::vector<int> const v{1};
    LOG(ERROR) << "first " << feed::first(&v);
    LOG(ERROR) << "first " << feed::first(argc > 1 ? &v : nullptr);
}
