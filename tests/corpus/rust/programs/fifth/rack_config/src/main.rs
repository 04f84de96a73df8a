use serde::Deserialize;
use slog::{crit, info, o, warn, Drain};

#[derive(Deserialize, Debug)]
#[allow(dead_code)]
struct Rack {
    name: String,
    units: u8,
    hosts: Vec<String>,
}

fn main() {
    let drain = slog_term::PlainSyncDecorator::new(std::io::stderr());
    let log = slog::Logger::root(slog_term::FullFormat::new(drain).build().fuse(), o!("tool" => "rackd"));
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let rack = match path.rsplit('.').next() {
            Some("toml") => toml::from_str::<Rack>(&text).map_err(|e| e.to_string()),
            Some("yaml") => serde_yaml::from_str(&text).map_err(|e| e.to_string()),
            _ => serde_json::from_str(&text).map_err(|e| e.to_string()),
        };
        match rack {
            Ok(rack) => info!(log, "rack is good"; "hosts" => rack.hosts.len(), "name" => rack.name),
            Err(e) => {
                crit!(log, "rack is refused: {}", e; "file" => &path);
                warn!(log, "no host was changed");
                std::process::exit(3);
            }
        }
    }
}
