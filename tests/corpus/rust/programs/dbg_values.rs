fn parse(text: &str) -> Option<i32> {
    dbg!(text.parse::<i32>()).ok()
}

fn main() {
    let sum: i32 = ["1", "x", "3"].iter().filter_map(|t| parse(t)).sum();
    println!("sum {sum}");
    for n in 0..20 {
        println!("sheet {n} stored");
    }
}
