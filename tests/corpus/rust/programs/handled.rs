use std::panic;

fn parse(s: &str) -> i32 {
    s.parse().unwrap() // OTHER
}

fn last(values: &[i32]) -> i32 {
    values[values.len() - 1] // RAISES
}

fn main() {
    let mut values = vec![];
    for s in ["x", "y"] {
        match panic::catch_unwind(|| parse(s)) {
            Ok(v) => values.push(v),
            Err(_) => eprintln!("WARN plugin panicked on {s:?}, skipped"),
        }
    }
    eprintln!("INFO {} values", values.len());
    println!("last {}", last(&values));
}
