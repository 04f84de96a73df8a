fn grid(cells: usize) -> Vec<u8> {
    vec![7; cells]
}

fn main() {
    for shift in [4, 20, 47] {
        let g = grid(1 << shift);
        eprintln!("grid of {} cells", g.len());
    }
}
