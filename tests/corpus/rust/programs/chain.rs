use std::{error::Error, fmt};

struct Report {
    message: String,
    cause: Option<Box<dyn Error>>,
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.message)?;
        if let Some(c) = &self.cause {
            write!(f, "\n\nCaused by:\n    {c}")?;
        }
        Ok(())
    }
}

fn port(text: &str) -> Result<u16, Report> {
    text.parse().map_err(|e: std::num::ParseIntError| Report { message: format!("port {text:?} cannot be used"), cause: Some(e.into()) })
}

fn main() -> Result<(), Report> {
    println!("INFO reading the command line");
    println!("INFO listening on {}", port("80a")?);
    Ok(())
}
