use eyre::{Result, WrapErr};
use log::{info, LevelFilter};
use rusqlite::{params, Connection};

fn store(db: &Connection, meter: u32, reading: f64) -> Result<()> {
    db.execute("INSERT INTO readings(meter, reading) VALUES (?1, ?2)", params![meter, reading])
        .wrap_err_with(|| format!("reading {reading} of meter {meter} not stored"))?;
    Ok(())
}

fn main() -> Result<()> {
    fern::Dispatch::new()
        .format(|out, text, record| out.finish(format_args!("[meters][{}] {}", record.level(), text)))
        .level(LevelFilter::Debug)
        .chain(std::io::stdout())
        .apply()?;
    let db = Connection::open_in_memory()?;
    db.execute_batch("CREATE TABLE readings(meter INTEGER PRIMARY KEY, reading REAL CHECK(reading >= 0))")?;
    for (meter, reading) in [(1, 12.5), (2, 0.0), (3, -4.0)] {
        store(&db, meter, reading).wrap_err("nightly readings")?;
        info!("meter {meter}: {reading}");
    }
    Ok(())
}
