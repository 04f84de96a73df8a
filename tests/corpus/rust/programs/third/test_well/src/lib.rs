/// Divides, and says what is wrong.
///
/// ```should_panic
/// ledger::share(1, 0);
/// ```
pub fn share(sum: u32, heads: u32) -> u32 {
    assert!(heads > 0, "fatal: nobody to share {sum} with");
    sum / heads
}

#[cfg(test)]
mod tests {
    #[test]
    fn error_when_nobody_is_there() {
        let e = std::panic::catch_unwind(|| super::share(3, 0)).unwrap_err();
        assert_eq!(e.downcast_ref::<String>().unwrap(), "fatal: nobody to share 3 with");
    }

    #[test]
    #[should_panic]
    fn panics_on_error() {
        super::share(7, 0);
    }

    #[test]
    fn shares() {
        for i in 1..20 {
            println!("share of {i}: {}", super::share(40, i));
        }
    }

    #[test]
    #[ignore = "error 17 is not fixed"]
    fn failing_disk() {
        panic!("disk");
    }
}
