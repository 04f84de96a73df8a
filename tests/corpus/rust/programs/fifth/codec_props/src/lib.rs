/// Runs of equal bytes as pairs of count and byte.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for &byte in bytes {
        match out.len() {
            n if n >= 2 && out[n - 1] == byte => out[n - 2] = out[n - 2].wrapping_add(1),
            _ => out.extend([1, byte]),
        }
    }
    out
}

pub fn unpack(packed: &[u8]) -> Vec<u8> {
    packed.chunks(2).flat_map(|pair| std::iter::repeat(pair[1]).take(pair[0] as usize)).collect()
}
