use std::sync::{mpsc, Arc, Mutex};
use std::thread;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().unwrap();
        eprintln!(
            "{}",
            serde_json::json!({"level": "error", "thread": thread::current().name(), "panic": info.to_string(), "file": place.file(), "line": place.line(),
                "stack": std::backtrace::Backtrace::force_capture().to_string().lines().take(4).collect::<Vec<_>>()})
        );
    }));
    let (send, receive) = mpsc::channel::<u32>();
    let receive = Arc::new(Mutex::new(receive));
    (1..=12).for_each(|n| send.send(n).unwrap());
    drop(send);
    let (done, results) = mpsc::channel();
    let mut starts = 0;
    loop {
        starts += 1;
        let (receive, done) = (Arc::clone(&receive), done.clone());
        let worker = thread::Builder::new().name(format!("worker-{starts}")).spawn(move || loop {
            let job = receive.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).recv();
            let Ok(job) = job else { break };
            done.send(job).unwrap();
            assert!(job % 5 != 0, "job {job} left its scratch file behind");
        });
        match worker.unwrap().join() {
            Ok(()) => break,
            Err(_) => eprintln!("{}", serde_json::json!({"level": "warn", "msg": "worker died, another one is started", "starts": starts})),
        }
    }
    drop(done);
    println!("{}", serde_json::json!({"level": "info", "msg": "queue is empty", "jobs": results.iter().count(), "failed": 0, "error": null}));
}
