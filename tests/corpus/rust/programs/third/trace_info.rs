use std::backtrace::Backtrace;

fn slow(query: &str, millis: u32) {
    if millis > 500 {
        eprintln!("WARN slow query ({millis} ms): {query}\nstack backtrace:\n{}", Backtrace::force_capture());
    }
}

fn main() {
    for i in 1..=25u32 {
        slow("select * from errors", i * 77 % 620);
        println!("query {i} answered");
    }
}
