use std::{error::Error, fmt, fs};

#[derive(Debug)]
struct BootError {
    stage: &'static str,
    source: std::io::Error,
}

impl fmt::Display for BootError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "stage {} failed", self.stage)
    }
}

impl Error for BootError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("booting");
    fs::read("/app/keys/host.pem").map_err(|source| BootError { stage: "keys", source })?;
    Ok(())
}
