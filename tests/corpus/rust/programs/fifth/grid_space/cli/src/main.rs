fn main() { println!("{}", solver::relax(grid::square(8))); }
