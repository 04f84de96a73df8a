use std::error::Error;
use std::fmt;

#[derive(Debug)]
struct Layer(&'static str, Option<Box<dyn Error>>);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Layer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.1.as_deref()
    }
}

fn ports() -> Result<Vec<u16>, Box<dyn Error>> {
    Ok("8080,8443,99443".split(',').map(str::parse).collect::<Result<_, _>>()?)
}

fn settings() -> Result<Vec<u16>, Layer> {
    ports().map_err(|e| Layer("the list of ports cannot be read", Some(e)))
}

fn start() -> Result<(), Layer> {
    println!("gate: starting");
    let ports = settings().map_err(|e| Layer("gate cannot start", Some(Box::new(e))))?;
    println!("gate: {} ports", ports.len());
    Ok(())
}

fn main() {
    if let Err(e) = start() {
        eprintln!("error: {e}");
        let mut cause = e.source();
        while let Some(c) = cause {
            eprintln!("  caused by: {c}");
            cause = c.source();
        }
        eprintln!("gate: leaving with 2");
        std::process::exit(2);
    }
}
