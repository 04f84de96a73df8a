fn parse(text: &str) -> u32 {
    text.trim().parse().unwrap()
}

#[test]
fn parses_a_number() {
    assert_eq!(parse("7"), 7);
}

#[test]
fn rounds_up() {
    let n = parse(" 12");
    println!("parsed {n}");
    assert_eq!(n / 5, 3, "12 fives"); // RAISES
}

#[test]
#[should_panic]
fn refuses_text() {
    parse("x");
}
