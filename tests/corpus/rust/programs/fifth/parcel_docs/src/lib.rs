//! Weights of parcels.

/// Postage in cents.
///
/// ```
/// assert_eq!(parcel_docs::postage(100), 85);
/// ```
///
/// Heavy parcels cost more:
///
/// ```
/// let cents = parcel_docs::postage(2_500);
/// assert_eq!(cents, 345, "two kilos and a half");
/// ```
///
/// ```should_panic
/// parcel_docs::postage(0);
/// ```
pub fn postage(grams: u32) -> u32 {
    assert!(grams > 0, "a parcel weighs something");
    85 + grams / 1000 * 100
}

/// See [`Depot::close`] for the other way.
pub fn open() {}

#[cfg(test)]
mod tests {
    #[test]
    fn light() {
        assert_eq!(super::postage(20), 85);
    }
}
