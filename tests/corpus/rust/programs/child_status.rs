use std::process::Command;

fn run(tool: &str, args: &[&str]) -> Vec<u8> {
    let out = Command::new(tool).args(args).output().unwrap_or_else(|e| panic!("{tool} cannot be started: {e}"));
    assert!(out.status.success(), "{tool} {args:?} ended with {}:\n{}", out.status, String::from_utf8_lossy(&out.stderr)); // RAISES
    out.stdout
}

fn main() {
    print!("{}", String::from_utf8_lossy(&run("echo", &["packing"])));
    run("tar", &["-cf", "/dev/null", "/app/no-such-folder"]);
}
