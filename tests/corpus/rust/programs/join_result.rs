use std::sync::mpsc;
use std::thread;

fn shard(n: u32) -> u32 {
    if n == 2 {
        panic!("shard {n}: größe ist {{0, 7}}: gave up"); // RAISES
    }
    n
}

fn main() {
    let (tx, rx) = mpsc::channel();
    let handles: Vec<_> = (0..4)
        .map(|n| {
            let tx = tx.clone();
            thread::Builder::new().name(format!("shard-{n}")).spawn(move || { tx.send(shard(n)).ok(); }).unwrap()
        })
        .collect();
    drop(tx);
    let failed = handles.into_iter().filter_map(|h| h.join().err()).count();
    println!("{} shards synced, {failed} failed", rx.iter().count());
    for n in 0..8 {
        println!("closing volume {n}");
    }
    std::process::exit(if failed > 0 { 4 } else { 0 });
}
