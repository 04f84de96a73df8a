#include <spdlog/spdlog.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

int main() {
    auto log = spdlog::default_logger()->clone("ingest");
    log->info("ingest 1.8 on 4 threads");
    for (int part = 0; part < 3; ++part) log->info("part {:02} read: {} rows, 0 errors", part, 9120 + part * 17);
    log->warn("part 03 is 40 % shorter than its neighbours");
    int file = open("/app/spool/part-04.bin", O_RDONLY);
    if (file < 0) {
        log->critical("cannot open /app/spool/part-04.bin: {}", std::strerror(errno));
        log->info("3 of 12 parts done in {:.1f} s", 4.2);
        return 3;
    }
    close(file);
}
