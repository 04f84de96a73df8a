use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=TILES_LIB_DIR");
    println!("cargo:warning=TILES_LIB_DIR is not set, asking pkg-config");
    let out = Command::new("pkg-config").args(["--libs", "libtiles >= 2.1"]).output().expect("pkg-config runs");
    if !out.status.success() {
        eprint!("{}", String::from_utf8_lossy(&out.stderr));
        panic!("libtiles 2.1 is needed to build tile_native"); // RAISES
    }
}
