use anyhow::{Context, Result};
use log::{info, warn};
use serde::Deserialize;

#[derive(Deserialize)]
struct Booking {
    account: String,
    cents: i64,
    day: u32,
}

fn import(path: &str) -> Result<(usize, i64)> {
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("cannot open {path}"))?;
    let (mut rows, mut sum) = (0, 0);
    for row in reader.deserialize() {
        let booking: Booking = row.with_context(|| format!("{path} is no ledger"))?;
        if booking.day > 31 {
            warn!("{path}: {} has day {}, left as it is", booking.account, booking.day);
        }
        rows += 1;
        sum += booking.cents;
    }
    Ok((rows, sum))
}

fn main() -> Result<()> {
    env_logger::init();
    let mut total = 0;
    for path in std::env::args().skip(1) {
        let (rows, sum) = import(&path).context("import of the night stopped")?;
        info!("{path}: {rows} rows, {sum} cents");
        total += rows;
    }
    info!("{total} rows imported");
    Ok(())
}
