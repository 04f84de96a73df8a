fn main() {
  let errors = vec![1,2];
    if errors.is_empty() { panic!("no errors to show") }
    println!("{} errors shown", errors.len());
}
