use rusqlite::{params, Connection, Result};

fn main() -> Result<()> {
    fern::Dispatch::new()
        .format(|out, message, record| out.finish(format_args!("{} {:>5} {} - {}", chrono::Utc::now().format("%H:%M:%S%.3f"), record.level(), record.target(), message)))
        .chain(std::io::stdout())
        .apply()
        .unwrap();
    let mut base = Connection::open_in_memory()?;
    base.execute_batch(
        "create table account(id integer primary key, cents integer check(cents >= 0));
         create table dead_letter(id integer, error text);
         insert into account values (1, 500), (2, 0);",
    )?;
    for (id, from, to, cents) in [(11, 1, 2, 200), (12, 2, 1, 900), (13, 1, 7, 50), (14, 2, 1, 100), (15, 1, 2, i64::MAX)] {
        let deal = base.transaction()?;
        let done = deal
            .execute("update account set cents = cents - ? where id = ?", params![cents, from])
            .and_then(|_| deal.execute("update account set cents = cents + ? where id = ?", params![cents, to]))
            .and_then(|n| if n == 1 { Ok(()) } else { Err(rusqlite::Error::QueryReturnedNoRows) });
        match done {
            Ok(()) => deal.commit()?,
            Err(error) => {
                deal.rollback()?;
                log::error!("transfer {id} rolled back: {error:?}");
                base.execute("insert into dead_letter values (?, ?)", params![id, error.to_string()])?;
            }
        }
    }
    let dead: i64 = base.query_row("select count(*) from dead_letter", [], |row| row.get(0))?;
    log::info!("5 transfers read, {} booked, {dead} in dead_letter", 5 - dead);
    Ok(())
}
