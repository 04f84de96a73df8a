use std::thread;

fn share(amount: u32, people: u32) -> u32 {
    amount.checked_div(people).expect("nobody to share with") // RAISES
}

fn main() {
    let t = thread::Builder::new().name("worker-3".into()).spawn(|| share(12, 0)).unwrap();
    println!("waiting for worker-3");
    if t.join().is_err() {
        println!("worker-3 gave no answer, leaving");
        std::process::exit(3);
    }
}
