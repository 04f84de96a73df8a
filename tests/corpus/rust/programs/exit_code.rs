use std::process::ExitCode;

#[derive(Debug)]
enum Fault { Quota { want: u32, left: u32 } }

fn take(want: u32, left: u32) -> Result<u32, Fault> {
    if want > left { Err(Fault::Quota { want, left }) } else { Ok(left - want) }
}

fn main() -> ExitCode {
    for (want, left) in [(2, 5), (9, 3)] {
        match take(want, left) {
            Ok(rest) => println!("2026-11-26T03:10:07Z  INFO night: took {want}, left {rest}"),
            Err(fault) => {
                eprintln!("2026-11-26T03:10:07Z ERROR night: quota of batch is used up error={fault:?}");
                for n in 0..5 {
                    println!("2026-11-26T03:10:07Z  INFO night: queue {n} closed");
                }
                return ExitCode::from(73);
            }
        }
    }
    ExitCode::SUCCESS
}
