use std::fs::File;
use std::io::{BufRead, BufReader};

macro_rules! log {
    ($level:expr, $($arg:tt)*) => { eprintln!("[2026-11-22T03:15:02Z {:<5} indexer::run] {}", $level, format!($($arg)*)) };
}

fn index(path: &str) -> std::io::Result<usize> {
    let file = BufReader::new(File::open(path)?);
    let mut words = 0;
    for line in file.lines() {
        words += line?.split_whitespace().count();
    }
    Ok(words)
}

fn main() {
    std::fs::write("a.txt", "alpha beta\ngamma\n").unwrap();
    std::fs::write("b.txt", b"delta \xff\xfe epsilon\n").unwrap();
    for name in ["a.txt", "b.txt"] {
        match index(name) {
            Ok(n) => log!("INFO", "{name}: {n} words"),
            Err(e) => {
                log!("ERROR", "{name} cannot be indexed: {e}");
                log!("INFO", "1 of 2 files indexed, lock released");
                std::process::exit(4);
            }
        }
    }
}
