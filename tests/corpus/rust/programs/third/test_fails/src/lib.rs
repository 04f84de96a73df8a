pub fn net(gross: i64, percent: i64) -> i64 {
    gross * 100 / (100 + percent)
}

pub fn parse(text: &str) -> Result<i64, String> {
    text.replace('.', "").parse().map_err(|e| format!("{text:?}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nineteen_percent() {
        assert_eq!(net(11900, 19), 10000);
    }

    #[test]
    fn rounding_is_commercial() {
        println!("net of 999 at 7 %");
        assert_eq!(net(999, 7), 934, "999 cents at {} percent", 7); // RAISES
    }

    #[test]
    fn text_with_point() {
        assert_eq!(parse("1.250"), Ok(1250));
    }

    #[test]
    #[should_panic(expected = "invalid digit")]
    fn text_with_letters() {
        parse("12x").unwrap();
    }
}
