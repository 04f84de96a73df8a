use std::time::Duration;
use tokio::time::sleep;
use tracing::{error, info, warn};

async fn resize(job: u32, widths: Vec<u32>) -> u32 {
    sleep(Duration::from_millis(20 * job as u64)).await;
    let step = widths[0] / (widths.len() as u32 - 1); // RAISES
    info!(job, step, "resized");
    step
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    tracing_subscriber::fmt().with_ansi(false).init();
    info!(queue = "thumbnails", "worker started");
    let mut tasks = Vec::new();
    for job in 1..=4 {
        let widths = if job == 3 { vec![640] } else { vec![640, 320, 160] };
        tasks.push((job, tokio::spawn(resize(job, widths))));
    }
    let mut lost = 0;
    for (job, task) in tasks {
        if let Err(e) = task.await {
            error!(job, "task did not finish: {e}");
            lost += 1;
        }
    }
    warn!("closing the connection to the queue");
    if lost > 0 {
        info!(lost, "jobs go back to the queue");
        std::process::exit(70);
    }
}
