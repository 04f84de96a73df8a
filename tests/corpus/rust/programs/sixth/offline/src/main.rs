#[cfg(feature = "fast")]
mod fast;

fn main() {
    #[cfg(feature = "fast")]
    let size = fast::size(b"errors");
    #[cfg(not(feature = "fast"))]
    let size = b"errors".len();
    println!("packed {size} bytes");
}
