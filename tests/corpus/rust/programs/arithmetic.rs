fn average(values: &[i64]) -> i64 {
    values.iter().sum::<i64>() / values.len() as i64 // RAISES
}

fn main() {
    for day in [vec![1, 2], vec![]] {
        println!("average {}", average(&day));
    }
}
