mod harbour;

use harbour::Harbour;

fn height(harbour: &Harbour, hour: u32) -> f64 {
    let phase = f64::from(hour) / 12.4;
    harbour.mean() + harbour.span * phase.sin()
}

fn main() {
    let list = vec![Harbour::new("Cuxhaven", 3.0), Harbour::new("Husum", 3.5)];
    for harbour in list {
        for hour in 0..24 {
            println!("{} {:2} {:.2}", harbour.name, hour, height(&harbour, hour));
        }
    }
    println!("{} harbours", list.len());
}
