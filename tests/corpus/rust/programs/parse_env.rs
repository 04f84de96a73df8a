use std::env;

fn port() -> u16 {
    env::var("NIGHTLY_PORT").expect("NIGHTLY_PORT must be set [see docs/settings.md]").parse().unwrap() // RAISES
}

fn main() {
    println!("loading settings");
    println!("port {}", port());
}
