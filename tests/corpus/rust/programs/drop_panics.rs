struct Lease(u32);

impl Drop for Lease {
    fn drop(&mut self) {
        if self.0 == 4 {
            unreachable!("lease {} was released twice", self.0); // RAISES
        }
    }
}

fn main() {
    for n in 3..6 {
        let lease = Lease(n);
        println!("holding {}", lease.0);
    }
}
