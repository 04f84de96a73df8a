use std::error::Error;
use std::fmt;
use std::net::TcpStream;

#[derive(Debug)]
struct FetchError { part: u32, source: std::io::Error }

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "part {} was not fetched", self.part) }
}

impl Error for FetchError {
    fn source(&self) -> Option<&(dyn Error + 'static)> { Some(&self.source) }
}

fn fetch(part: u32) -> Result<(), FetchError> {
    TcpStream::connect("127.0.0.1:9").map(|_| ()).map_err(|source| FetchError { part, source })
}

fn main() {
    println!("fetching");
    fetch(1).unwrap(); // RAISES
}
