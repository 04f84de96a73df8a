use std::process::Command;

fn worker(shard: u32, attempt: u32) {
    println!("[worker {shard}] attempt {attempt}");
    if shard == 2 && attempt == 1 {
        let free: Result<u32, String> = Err("lease is held by host-b".into());
        free.unwrap();
    }
    for part in 1..=6 {
        println!("[worker {shard}] part {part} of 6");
    }
}

fn main() {
    let args: Vec<u32> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    if args.len() == 2 {
        return worker(args[0], args[1]);
    }
    for shard in 1..=5 {
        for attempt in 1..=3 {
            let status = Command::new("/proc/self/exe").args([shard.to_string(), attempt.to_string()]).status().unwrap();
            if status.success() {
                break;
            }
            println!("supervisor: worker {shard} ended with {status}, starting it again");
        }
    }
    println!("supervisor: 5 of 5 shards are done");
}
