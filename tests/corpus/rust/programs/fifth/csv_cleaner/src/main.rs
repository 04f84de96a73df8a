use anyhow::{bail, Context};
use log::{error, info, warn};
use simplelog::{ConfigBuilder, LevelFilter, SimpleLogger};

fn weight(cell: &str) -> anyhow::Result<f64> {
    let grams: f64 = cell.parse().with_context(|| format!("weight {cell:?}"))?;
    if grams < 0.0 {
        bail!("weight {grams} is below zero");
    }
    Ok(grams)
}

fn main() {
    SimpleLogger::init(LevelFilter::Info, ConfigBuilder::new().build()).unwrap();
    let rows = "1,250\n2,n/a\n3,-4\n4,1e3\n5\n6,90\n";
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_bytes());
    let (mut good, mut bad) = (0, 0);
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(e) => {
                error!("row skipped: {e}");
                bad += 1;
                continue;
            }
        };
        match weight(&row[1]) {
            Ok(_) => good += 1,
            Err(e) => {
                error!("row {} skipped: {e:?}", &row[0]);
                bad += 1;
            }
        }
    }
    if bad > 2 {
        warn!("{bad} rows skipped, limit is 10");
    }
    info!("{good} rows written, {bad} errors");
}
