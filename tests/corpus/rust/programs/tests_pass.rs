pub fn parse(s: &str) -> i32 {
    s.parse().expect("a number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        assert_eq!(parse("12"), 12);
    }

    #[test]
    #[should_panic(expected = "a number")]
    fn panics_on_text() {
        parse("x");
    }

    #[test]
    #[should_panic]
    fn panics_on_empty() {
        parse("");
    }

    #[test]
    fn error_is_shown() {
        println!("{:?}", "x".parse::<i32>());
    }

    #[test]
    #[ignore]
    fn slow() {}
}
