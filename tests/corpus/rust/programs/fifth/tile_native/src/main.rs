fn main() { println!("tiles"); }
