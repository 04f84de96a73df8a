fn main() {
    for n in 0..200000 {
        println!("row {n}"); 
    }
}
