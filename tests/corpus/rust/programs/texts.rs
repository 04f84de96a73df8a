use std::panic;

fn many(n: usize, f: impl Fn(usize) -> String) {
    for i in 0..n {
        println!("{}", f(i));
    }
}

fn copy(shard: usize, tries: &mut usize) -> Result<(), Box<dyn std::error::Error>> {
    if shard == 2 && *tries < 2 {
        *tries += 1;
        return Err("connection reset by peer".into());
    }
    Ok(())
}

fn main() {
    match std::env::args().nth(1).unwrap().as_str() {
        "caught" => {
            for s in ["1", "x", "3"] {
                match panic::catch_unwind(|| s.parse::<i32>().unwrap()) {
                    Ok(v) => println!("value {v}"),
                    Err(_) => println!("WARN plugin panicked on {s:?}, row skipped"),
                }
            }
            many(26, |i| format!("INFO row {i} written"));
            println!("INFO import complete, 1 row skipped");
        }
        "task" => {
            let t = std::thread::Builder::new().name("metrics".into()).spawn(|| panic!("metrics endpoint is not reachable")).unwrap();
            let _ = t.join();
            println!("metrics switched off, going on without");
            many(30, |i| format!("block {i} written and verified"));
            println!("backup complete: 30 blocks, 0 errors");
        }
        "retry" => {
            let mut tries = 0;
            for shard in 0..26 {
                while let Err(e) = copy(shard, &mut tries) {
                    eprintln!("WARN copy: shard {shard} will be tried again: {e}\n{}", std::backtrace::Backtrace::force_capture());
                }
                eprintln!("INFO copy: shard {shard} copied");
            }
            eprintln!("INFO copy: all shards copied, 0 errors");
        }
        "help" => {
            println!("usage: importer [options] FILE\n  --on-panic MODE  abort or unwind (default: unwind)\n  --backtrace      print backtraces");
            println!("A bad row ends the run with a line such as \"thread 'main' panicked at import.rs:7:9\" and the code 101.");
            println!("  --max-errors N   0 allows no error");
        }
        "json" => many(30, |i| format!("{{\"level\":\"info\",\"seq\":{i},\"error\":null,\"panic\":false,\"errors\":[]}}")),
        "metrics" => many(24, |i| format!("rust_panics_total{{thread=\"worker-{i}\"}} 0")),
        "progress" => many(25, |i| format!("   Compiling {}-error v0.{i}.0", ["this", "panic", "fatal"][i % 3])),
        "config" => many(24, |i| format!("{} = {}", ["panic.strategy", "error.format", "backtrace.style", "log.level.errors"][i % 4], ["\"unwind\"", "\"short\"", "false"][i % 3])),
        "sql" => many(22, |i| format!("DEBUG sqlx::query: SELECT id FROM error_log WHERE level = 'ERROR' AND shard = {i}; rows affected: 0")),
        "refused" => {
            for s in ["1", "x", "3", ""] {
                match s.parse::<i32>() {
                    Ok(v) => println!("value {v}"),
                    Err(e) => println!("row skipped by --skip: {e:?} ({e})"),
                }
            }
            many(21, |i| format!("table {i} indexed"));
        }
        "where" => {
            println!("DEBUG called from:\n{}", std::backtrace::Backtrace::force_capture());
            many(24, |i| format!("GET /pages/{i} 200"));
        }
        "debug" => {
            let all: Vec<Result<u8, std::num::ParseIntError>> = ["1", "300", "3"].iter().map(|s| s.parse()).collect();
            println!("{all:#?}");
            many(22, |i| format!("entry {i} kept"));
        }
        other => unreachable!("{other}"),
    }
}
