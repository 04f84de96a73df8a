fn window(rows: &[u32], from: usize, to: usize) -> u32 {
    rows[from..to].iter().sum()
}

fn main() {
    let rows = [1, 2, 3, 4];
    println!("sum {}", window(&rows, 0, 2));
    println!("sum {}", window(&rows, 3, 1));
}
