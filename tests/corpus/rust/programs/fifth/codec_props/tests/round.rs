use codec_props::{pack, unpack};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn comes_back(byte in 0u8..4, count in 200usize..300) {
        let bytes = vec![byte; count];
        prop_assert_eq!(unpack(&pack(&bytes)).len(), count);
    }
}

#[test]
fn empty_stays_empty() {
    assert!(pack(&[]).is_empty());
}
