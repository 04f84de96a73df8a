struct Guard(u32);

impl Drop for Guard {
    fn drop(&mut self) {
        if self.0 > 1 {
            panic!("guard {} cannot be released", self.0);
        }
    }
}

fn main() {
    let _g = Guard(2);
    let v: Result<u32, String> = Err("sensor 4 does not answer".into());
    println!("{}", v.unwrap()); // RAISES
}
