fn main() {
    let rows = vec![3, 4, 5];
    let mut sum = 0;
    for i in 0..rows.len() {
        sum += rows[i];
    }
    println!("{sum}");
}
