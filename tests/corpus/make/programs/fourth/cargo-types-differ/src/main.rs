fn share(part: u32, whole: u32) -> f64 {
    part * 100 / whole
}

fn main() {
    println!("{}", share(3, 8));
}
