use std::collections::HashMap;

fn price(prices: &HashMap<&str, u32>, article: &str) -> u32 {
    *prices.get(article).unwrap() // RAISES
}

fn total(articles: &[&str]) -> u32 {
    let prices = HashMap::from([("apple", 3), ("plum", 2)]);
    articles.iter().map(|a| price(&prices, a)).sum()
}

fn main() {
    println!("INFO basket of 3");
    println!("total {}", total(&["apple", "pear", "plum"]));
}
