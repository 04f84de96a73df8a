use std::panic;

fn plugin(n: u32) -> u32 {
    if n % 9 == 4 {
        panic!("plugin {n} has no manifest");
    }
    n * 3
}

fn main() {
    let mut skipped = 0;
    for n in 1..=36 {
        match panic::catch_unwind(|| plugin(n)) {
            Ok(v) => println!("plugin {n} loaded at {v}"),
            Err(_) => {
                skipped += 1;
                println!("plugin {n} skipped");
            }
        }
    }
    for page in 1..=20 {
        println!("page {page} rendered");
    }
    println!("all pages rendered, {skipped} plugins skipped");
}
