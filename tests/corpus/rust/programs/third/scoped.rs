use std::thread;

fn column(rows: &[Vec<i32>], i: usize) -> i32 {
    rows.iter().map(|row| row[i]).sum() // ROOT
}

fn main() {
    let rows = vec![vec![1, 2, 3], vec![4, 5, 6], vec![7, 8]];
    println!("summing {} rows", rows.len());
    thread::scope(|s| { // RAISES
        let rows = &rows;
        thread::Builder::new().name("column-2".into()).spawn_scoped(s, move || println!("column 2: {}", column(rows, 2))).unwrap();
    });
    println!("done");
}
