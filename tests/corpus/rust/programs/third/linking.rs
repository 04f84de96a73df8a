#[link(name = "tidal_model")]
extern "C" {
    fn tide_at(hour: i32) -> f64;
}

fn main() {
    println!("{}", unsafe { tide_at(6) });
}
