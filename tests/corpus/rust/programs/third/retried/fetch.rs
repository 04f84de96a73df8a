use std::{env, fs};

fn main() {
    let tile = env::args().nth(1).expect("a tile");
    let mark = format!("seen-{tile}");
    if tile.ends_with('7') && fs::metadata(&mark).is_err() {
        fs::write(&mark, "").unwrap();
        panic!("tile {tile}: server said 503 Service Unavailable");
    }
    println!("tile {tile}: 4096 bytes");
}
