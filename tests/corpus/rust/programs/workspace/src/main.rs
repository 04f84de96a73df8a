use std::{env, thread};

fn task(n: u32, tries: u32) -> u32 {
    if n == 3 && tries == 0 {
        panic!("task {n} found its queue poisoned");
    }
    n * 2
}

fn main() {
    panic_log::install();
    let unused_error = env::args().nth(1);
    for n in 0..26 {
        for tries in 0..2 {
            match thread::spawn(move || task(n, tries)).join() {
                Ok(v) => {
                    println!("level=info msg=\"task done\" n={n} value={v} error=none");
                    break;
                }
                Err(_) => println!("level=warn msg=\"task failed\" n={n} tries={tries}"),
            }
        }
    }
    println!("level=info msg=\"all tasks done\" chain={:?}", "x".parse::<u32>().map_err(|e| error_chain::text(&e)));
}

#[cfg(test)]
mod tests {
    #[test]
    fn doubles() {
        assert_eq!(super::task(4, 0), 8);
    }

    #[test]
    #[should_panic(expected = "poisoned")]
    fn panics_once() {
        super::task(3, 0);
    }

    #[test]
    #[ignore = "fatal on small machines"]
    fn is_not_run() {
        unreachable!();
    }
}
