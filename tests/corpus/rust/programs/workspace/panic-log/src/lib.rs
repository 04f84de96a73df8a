//! A hook that writes panics in one line.
use std::panic;

pub fn install() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        eprintln!("level=warn msg=\"task panicked, it is started again\" place={place} info={:?}", info.to_string());
    }));
}
