struct Ledger {
    debit: i32,
    credit: i32,
}

impl Ledger {
    fn close(&self) {
        assert_eq!(self.debit, self.credit, "ledger of {} is not balanced", 2026); // RAISES
    }
}

struct Cleanup;

impl Drop for Cleanup {
    fn drop(&mut self) {
        for i in 0..40 {
            println!("closing file {i}: ok, 0 errors");
        }
    }
}

fn main() {
    let _c = Cleanup;
    Ledger { debit: 120, credit: 119 }.close();
}
