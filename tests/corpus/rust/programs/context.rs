use std::{error::Error, fmt, fs};

struct Context {
    text: String,
    source: Box<dyn Error>,
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Context {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

// Lists its causes with numbers, as the crates for application errors do.
impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{self}\n\nCaused by:")?;
        let mut cause = self.source();
        let mut n = 0;
        while let Some(c) = cause {
            write!(f, "\n    {n}: {c}")?;
            cause = c.source();
            n += 1;
        }
        Ok(())
    }
}

fn context<T, E: Error + 'static>(r: Result<T, E>, text: &str) -> Result<T, Context> {
    r.map_err(|e| Context { text: text.to_string(), source: Box::new(e) })
}

fn settings() -> Result<String, Context> {
    context(fs::read_to_string("conf/gateway.toml"), "settings are not readable")
}

fn start() -> Result<String, Context> {
    context(settings(), "gateway cannot start")
}

fn main() -> Result<(), Context> {
    eprintln!("INFO gateway 1.4");
    start().map(|s| println!("{s}"))
}
