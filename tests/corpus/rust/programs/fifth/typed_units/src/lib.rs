//! Units that cannot be mixed.
//!
//! ```compile_fail,E0308
//! let length: typed_units::Metres = typed_units::Feet(3.0);
//! ```
//!
//! ```should_panic
//! typed_units::parse("12 stone").expect("error: unknown unit");
//! ```
//!
//! ```no_run
//! std::process::exit(typed_units::parse("x").map_or(1, |_| 0));
//! ```

pub struct Metres(pub f64);
pub struct Feet(pub f64);

pub fn parse(text: &str) -> Result<Metres, String> {
    let number = text.strip_suffix(" m").ok_or_else(|| format!("fatal: no unit in {text:?}"))?;
    number.parse().map(Metres).map_err(|e| format!("failed to parse {number:?}: {e}"))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn error_is_told_for_stones() {
        let error = parse("12 stone").err().unwrap();
        eprintln!("ERROR {error}");
        assert!(error.starts_with("fatal: "));
    }

    #[test]
    fn failed_number() {
        println!("error: {}", parse("a m").err().unwrap());
    }

    #[test]
    #[ignore = "panics without a scale: connection refused"]
    fn scale() {
        panic!("no scale");
    }

    #[test]
    #[should_panic(expected = "failed to parse")]
    fn panics_on_a_word() {
        parse("two m").map(|_| ()).unwrap();
    }
}
