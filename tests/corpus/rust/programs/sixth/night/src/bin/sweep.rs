use std::fs;
use std::io::ErrorKind;

fn main() {
    env_logger::Builder::new().filter_level(log::LevelFilter::Debug).format_target(false).init();
    let mut handled = 0;
    for name in ["/app/cache/a", "/app/Cargo.toml/b", "/proc/1/comm", "/app/src"] {
        let done = fs::remove_file(name);
        match done {
            Ok(()) => log::info!("{name} removed"),
            Err(why) if why.kind() == ErrorKind::NotFound => log::debug!("{name}: {why}: was gone already"),
            Err(why) => {
                handled += 1;
                log::error!("{name}: {why:?}: put on the list for the morning")
            }
        }
    }
    log::info!("sweep ended, {handled} names are on the list");
    std::process::exit(if handled > 0 { 3 } else { 0 });
}
