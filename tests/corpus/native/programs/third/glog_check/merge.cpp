#include <glog/logging.h>
#include <vector>
struct table { std::vector<int> rows; };
static table merge(const table &a, const table &b) {
    table out{a.rows};
    out.rows.insert(out.rows.end(), b.rows.begin(), b.rows.end());
    CHECK_EQ(out.rows.size(), 2 * a.rows.size()) << "shards have other lengths, key range 400-499";
    return out;
}
int main(int, char **argv) {
    google::InitGoogleLogging(argv[0]);
    FLAGS_logtostderr = true;
    LOG(INFO) << "merging 2 pairs";
    LOG(WARNING) << "shard 3 is older than a day";
    merge({{1, 2}}, {{3, 4}});
    LOG(ERROR) << "no statistics for shard 4, going on without";
    merge({{1, 2, 3}}, {{4, 5}});
    LOG(INFO) << "merged";
}
