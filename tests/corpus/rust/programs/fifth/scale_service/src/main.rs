use serde::Deserialize;
use tracing::{error, info, info_span, warn};

#[derive(Deserialize)]
#[allow(dead_code)]
struct Weight {
    scale: String,
    grams: u32,
}

fn run(lines: &[&str]) -> Result<u32, Box<dyn std::error::Error>> {
    let mut sum = 0;
    for (number, line) in lines.iter().enumerate() {
        let _span = info_span!("line", number).entered();
        let weight: Weight = serde_json::from_str(line)?;
        if weight.grams == 0 {
            warn!(scale = %weight.scale, error = "nothing on the scale", "weight left out");
        }
        sum += weight.grams;
        info!(scale = %weight.scale, grams = weight.grams, "weighed");
    }
    Ok(sum)
}

fn main() {
    tracing_subscriber::fmt().json().with_current_span(false).init();
    info!(errors = 0, "service started");
    let strict = std::env::args().nth(1).is_none();
    let last = if strict { r#"{"scale": "c", "gramms": 12}"# } else { r#"{"scale": "c", "grams": 12}"# };
    match run(&[r#"{"scale": "a", "grams": 120}"#, r#"{"scale": "b", "grams": 0}"#, last]) {
        Ok(sum) => info!(sum, error = tracing::field::Empty, failed = false, "day is closed"),
        Err(e) => {
            error!(error = %e, "day cannot be closed");
            info!("lock released");
            std::process::exit(1);
        }
    }
}
