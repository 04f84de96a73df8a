pub fn share(part: u32, whole: u32) -> u32 {
    let unused = part;
    part * 100 / whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "divide by zero")]
    fn share_of_nothing() {
        share(1, 0);
    }

    #[test]
    fn share_of_eight() {
        assert_eq!(share(3, 8), 37);
    }

    #[test]
    #[ignore = "rounds down, see #31"]
    fn rounds() {
        assert_eq!(share(3, 8), 38);
    }
}
