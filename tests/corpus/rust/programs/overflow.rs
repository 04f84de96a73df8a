fn checksum(bytes: &[u8]) -> u8 {
    let mut sum = 0u8;
    for b in bytes {
        sum += b; // RAISES
    }
    sum
}

fn main() {
    println!("checksum {}", checksum(&[100, 100, 100]));
}
