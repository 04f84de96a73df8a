use std::{net::TcpStream, thread, time::Duration};

fn main() {
    env_logger::Builder::new().filter_level(log::LevelFilter::Info).init();
    log::info!("poller starts, asks until it is told to stop");
    for round in 1u32.. {
        match TcpStream::connect("127.0.0.1:48762") {
            Ok(_) => log::info!("round {round}: open"),
            Err(why) => log::warn!("round {round}: closed: {why}"),
        }
        thread::sleep(Duration::from_millis(200));
    }
}
