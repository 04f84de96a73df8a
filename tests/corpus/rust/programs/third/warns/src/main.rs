use std::collections::HashMap;

#[deprecated(note = "panics on error, use count_errors")]
fn count(lines: &[&str]) -> usize {
    lines.iter().filter(|l| l.contains("error")).count()
}

enum Failure {
    Fatal(String),
    Panic,
}

fn main() {
    let lines = ["ok", "error 5", "ok", "fatal error"];
    let unused_error = 1;
    let n = count(&lines);
    println!("{n} lines speak of errors, 0 errors while reading");
}
