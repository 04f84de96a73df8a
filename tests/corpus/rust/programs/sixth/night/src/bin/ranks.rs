use std::fmt;

#[derive(Debug)]
enum StepError {
    Diverged { step: u32, residual: f64 },
    Lost(std::num::ParseFloatError),
}

impl fmt::Display for StepError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            StepError::Diverged { step, residual } => write!(f, "step {step} diverged, residual {residual:e}"),
            StepError::Lost(why) => write!(f, "halo is unreadable: {why}"),
        }
    }
}

impl std::error::Error for StepError {}

fn step(rank: u32, n: u32, dt: f64) -> Result<f64, StepError> {
    if rank == 1 && n == 3 && dt > 0.1 {
        return Err(StepError::Diverged { step: n, residual: 4.2e17 });
    }
    if rank == 2 && n == 2 && dt > 0.2 {
        return "1.0.7".parse::<f64>().map_err(StepError::Lost);
    }
    Ok(dt / n as f64)
}

fn main() {
    let rank: u32 = std::env::args().nth(1).map_or(0, |a| a.parse().unwrap());
    let mut dt = 0.4;
    for n in 1..=5 {
        loop {
            match step(rank, n, dt) {
                Ok(residual) => break println!("step {n} residual {residual:.3} errors 0"),
                Err(error) => {
                    dt /= 2.0;
                    eprintln!("ERROR {error} [{error:?}]; rolled back, dt is {dt} now");
                }
            }
        }
    }
    println!("finished 5 steps, exit code 0");
}
