use std::collections::BTreeMap;

struct Table {
    rows: BTreeMap<u32, String>,
}

impl Table {
    fn load(name: &str) -> Table {
        println!("reading {name}");
        Table { rows: (1..=3).map(|i| (i, format!("{name}-{i}"))).collect() }
    }

    fn merge(&mut self, other: Table) {
        for (key, value) in other.rows {
            let old = self.rows.insert(key, value.clone());
            if let Some(old) = old {
                eprintln!("warning: row {key} was {old:?} and becomes {value:?}");
            }
        }
        let last = self.rows.get(&9).expect("row 9 must have come with the merge"); // RAISES
        println!("last is {last}");
    }
}

fn main() {
    let job = std::env::args().nth(1).unwrap_or_default();
    match job.as_str() {
        "load" => println!("{} rows", Table::load("base").rows.len()),
        "merge" => Table::load("base").merge(Table::load("delta")),
        _ => println!("published"),
    }
}
