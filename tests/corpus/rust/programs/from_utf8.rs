mod names {
    pub fn decode(bytes: &[u8]) -> String {
        String::from_utf8(bytes.to_vec()).expect("name is no UTF-8") // RAISES
    }
}

fn main() {
    for raw in [&b"nut"[..], &b"gr\xf6\xdfe"[..]] {
        println!("{}", names::decode(raw));
    }
}
