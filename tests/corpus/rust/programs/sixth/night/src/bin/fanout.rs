use std::time::Duration;
use tokio::time::{sleep, timeout};
use tracing::{error, info, warn};

async fn ask(host: u32, attempt: u32) -> Result<u32, std::io::Error> {
    match (host, attempt) {
        (2, 1) => panic!("host {host}: reply of 0 bytes"),
        (3, 1) | (3, 2) => {
            sleep(Duration::from_secs(5)).await;
            Ok(0)
        }
        (4, 1) => tokio::net::TcpStream::connect("127.0.0.1:48761").await.map(|_| 0),
        _ => Ok(host * 100),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tracing_subscriber::fmt().with_ansi(false).with_writer(std::io::stderr).init();
    let mut total = 0;
    for host in 1..=4 {
        for attempt in 1..=3 {
            match tokio::spawn(timeout(Duration::from_millis(300), ask(host, attempt))).await {
                Ok(Ok(Ok(value))) => {
                    info!(host, attempt, value, "answered");
                    total += value;
                    break;
                }
                Ok(Ok(Err(why))) => error!(host, attempt, error = ?why, "refused, asked again"),
                Ok(Err(late)) => warn!(host, attempt, error = %late, "late, asked again"),
                Err(join) => error!(host, attempt, error = %join, panic = join.is_panic(), "task failed, asked again"),
            }
        }
    }
    info!(total, failed = 0, "all hosts answered");
}
