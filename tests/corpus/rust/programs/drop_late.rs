struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        for n in 0..6 {
            eprintln!("{}: releasing lease {n}", self.0);
        }
    }
}

fn plan(total: u32, nodes: u32) -> u32 {
    let _guard = Guard("planner");
    total.checked_div(nodes).ok_or("no nodes are left").unwrap() // RAISES
}

fn main() {
    println!("share {}", plan(128, 4));
    println!("share {}", plan(128, 0));
}
