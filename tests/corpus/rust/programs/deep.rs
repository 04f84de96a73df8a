struct Node {
    weight: u64,
}

#[inline(never)]
fn weigh(n: &Node, depth: u64) -> u64 {
    let pad = [depth; 64];
    n.weight + weigh(n, depth + 1) + std::hint::black_box(pad)[3]
}

fn main() {
    println!("weighing");
    println!("{}", weigh(&Node { weight: 1 }, 0));
}
