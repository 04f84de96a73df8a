fn initials(name: &str) -> &str {
    &name[0..1] // RAISES
}

fn main() {
    for n in ["Anna", "Jörg", "Åsa"] {
        println!("{}.", initials(n));
    }
}
