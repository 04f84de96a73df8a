use std::fs;

#[derive(Debug)]
struct Settings(#[allow(dead_code)] String);

fn load(path: &str) -> std::io::Result<Settings> {
    Ok(Settings(fs::read_to_string(path)?))
}

fn main() {
    eprintln!("[INFO  gateway] starting");
    let s = load("/app/conf/gateway.toml").expect("settings cannot be read"); // RAISES
    println!("{s:?}");
}
