fn step(grid: &mut [f64], n: usize) {
    for i in 0..n {
        grid[i] = grid[i + 1] / 2.0; // RAISES
    }
}

fn main() {
    let a: Vec<usize> = std::env::args().skip(1).map(|x| x.parse().unwrap()).collect();
    let mut grid = vec![1.0; 32];
    for s in 0..6 {
        println!("step {s} residual {:.3}", 1.0 / (s + 1) as f64);
        step(&mut grid, if a[0] == a[1] && s == 4 { 32 } else { 31 });
    }
    println!("a peer is gone, leaving");
    std::process::exit(1);
}
