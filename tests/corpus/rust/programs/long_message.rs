fn validate(record: &[(&str, &str)]) {
    let faults: Vec<String> = record.iter().filter(|(_, v)| v.is_empty()).map(|(k, _)| format!("  - {k}: darf nicht leer sein ✗")).collect();
    if !faults.is_empty() {
        panic!("record 7 is not valid:\n{}\n\nsee the manual, chapter 3", faults.join("\n")); // RAISES
    }
}

fn main() {
    validate(&[("name", ""), ("straße", ""), ("city", "Oulu")]);
}
