use std::panic;

fn charge(cents: i64) {
    if cents < 0 {
        panic!("amount {cents} is negative"); // RAISES
    }
}

fn main() {
    panic::set_hook(Box::new(|p| {
        let at = p.location().unwrap();
        println!("{{\"level\":\"fatal\",\"file\":\"{}:{}\",\"msg\":\"panicked: {}\"}}", at.file(), at.line(), p.payload().downcast_ref::<String>().unwrap());
    }));
    println!("{{\"level\":\"info\",\"msg\":\"start\"}}");
    charge(-5);
}
