//! Lists an error and its causes.
use std::error::Error;

/// Joins the texts of an error and its causes.
///
/// ```
/// let e = "x".parse::<u32>().unwrap_err();
/// assert_eq!(error_chain::text(&e), "invalid digit found in string");
/// ```
///
/// Panics when told to:
///
/// ```should_panic
/// error_chain::must::<(), String>(Err("thread 'main' panicked is what you see".into()));
/// ```
pub fn text(e: &dyn Error) -> String {
    let mut all = e.to_string();
    let mut cause = e.source();
    while let Some(c) = cause {
        all += &format!(": {c}");
        cause = c.source();
    }
    all
}

pub fn must<T, E: std::fmt::Display>(r: Result<T, E>) -> T {
    match r {
        Ok(v) => v,
        Err(e) => panic!("must: {e}"),
    }
}
