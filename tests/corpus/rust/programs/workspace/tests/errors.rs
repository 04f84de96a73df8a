#[test]
fn causes_are_joined() {
    let e = std::fs::read("missing.toml").unwrap_err();
    println!("Error: {e:?}");
    assert!(error_chain::text(&e).contains("No such file"));
}
