use clap::Parser;
use std::path::PathBuf;

/// Ships parcels of a depot
#[derive(Parser)]
#[clap(name = "shipctl", version)]
struct Options {
    /// Folder of the labels
    #[clap(long)]
    labels: PathBuf,
    /// Parcels at a time
    #[clap(long, default_value_t = 4)]
    batch: u16,
    /// Fail on the first error instead of reporting errors at the end
    #[clap(long)]
    fail_fast: bool,
}

fn main() {
    let options = Options::parse();
    println!("shipping {} at a time from {} (fail fast: {})", options.batch, options.labels.display(), options.fail_fast);
}
