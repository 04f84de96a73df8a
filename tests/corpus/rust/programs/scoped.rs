use std::thread;

fn weigh(part: &[u32]) -> u32 {
    part.iter().map(|x| 100 / x).sum() // OTHER
}

fn main() {
    let values = [5, 4, 0, 2];
    thread::scope(|s| { // RAISES
        for part in values.chunks(2) {
            s.spawn(move || println!("weight {}", weigh(part)));
        }
    });
}
