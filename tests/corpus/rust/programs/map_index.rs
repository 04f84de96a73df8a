use std::collections::HashMap;

fn weight(table: &HashMap<&str, f64>, name: &str) -> f64 {
    table[name] // RAISES
}

fn main() {
    let args: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let table = HashMap::from([("conv", 0.5), ("dense", 0.25)]);
    for epoch in 0..3 {
        println!("epoch {epoch} loss {:.3}", 1.0 / (epoch + 1 + args[0]) as f64);
    }
    println!("weight {}", weight(&table, if args[0] == args[1] { "norm" } else { "dense" }));
}
