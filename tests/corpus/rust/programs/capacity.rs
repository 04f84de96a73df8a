fn header(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |n, b| (n << 8) | *b as usize)
}

fn main() {
    for bytes in [[0u8; 8], [255; 8]] {
        let v: Vec<u16> = Vec::with_capacity(header(&bytes)); // RAISES
        eprintln!("room for {} samples", v.capacity());
    }
}
