fn risky() -> Result<(), String> {
    Err("unused".into())
}

struct PanicHandler {
    error_count: u32,
}

fn main() {
    let mut x = 3;
    risky();
    let unused_error = x / 2;
    unsafe { println!("no errors") };
    return;
    println!("never");
}
