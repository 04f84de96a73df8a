use std::fmt;

struct Report(Vec<String>);

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.0[0])?;
        for (n, line) in self.0[1..].iter().enumerate() {
            write!(f, "\n   {n}: {line}")?;
        }
        Ok(())
    }
}

fn open(path: &str) -> Result<String, Report> {
    std::fs::read_to_string(path).map_err(|e| Report(vec![format!("settings of 'nächtlich' cannot be loaded"), format!("reading {path}"), e.to_string()]))
}

fn main() -> Result<(), Report> {
    println!("loading");
    open("/app/conf/night.toml")?;
    Ok(())
}
