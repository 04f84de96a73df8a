fn plane(side: usize) -> Vec<u8> {
    let mut cells: Vec<u8> = Vec::new();
    cells.reserve_exact(side * side);
    cells
}

fn main() {
    for side in [1_000, 20_000, 40_000_000] {
        println!("plane of {side} x {side}");
        println!("  {} cells", plane(side).capacity());
    }
}
