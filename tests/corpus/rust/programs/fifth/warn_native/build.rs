fn main() {
    println!("cargo:warning=error: libtiles not found by pkg-config (exit status: 1)");
    println!("cargo:warning=fatal: falling back to the bundled sources");
}
