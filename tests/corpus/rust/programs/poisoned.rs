use std::sync::{Arc, Mutex};
use std::thread;

fn add(total: &Mutex<Vec<u32>>, v: u32) {
    total.lock().unwrap().push(v); // RAISES
}

fn main() {
    let total = Arc::new(Mutex::new(vec![]));
    let t = Arc::clone(&total);
    let w = thread::Builder::new().name("importer".into()).spawn(move || {
        let guard = t.lock().unwrap();
        let n: u32 = "x7".parse().unwrap(); // OTHER
        drop((guard, n));
    });
    println!("importer ended well: {}", w.unwrap().join().is_ok());
    add(&total, 1);
}
