fn row(table: &[Vec<f64>], i: usize) -> f64 {
    table[i].iter().sum() // RAISES
}

fn main() {
    let table = vec![vec![1.0, 2.0]; 3];
    for i in 0..4 {
        println!("row {i}: {}", row(&table, i));
    }
}
