use rayon::prelude::*;
use std::panic;

fn shade(tile: usize, heights: &[i32]) -> i32 {
    let low = heights.iter().min().expect("a tile without heights");
    if tile == 5 {
        return heights[tile * 2] - low;
    }
    if tile == 8 {
        let none: Option<i32> = None;
        return none.unwrap();
    }
    heights.iter().map(|h| h - low).sum()
}

fn main() {
    env_logger::Builder::from_default_env().filter_level(log::LevelFilter::Info).init();
    rayon::ThreadPoolBuilder::new().num_threads(1).thread_name(|n| format!("tiles-{n}")).build_global().unwrap();
    let tiles: Vec<Vec<i32>> = (0..10).map(|t| if t == 2 { vec![] } else { vec![t, t + 3, t * 2] }).collect();
    let shaded: Vec<Option<i32>> = tiles
        .par_iter()
        .enumerate()
        .map(|(t, heights)| match panic::catch_unwind(|| shade(t, heights)) {
            Ok(value) => Some(value),
            Err(why) => {
                let why = why.downcast_ref::<String>().map(String::as_str).or(why.downcast_ref::<&str>().copied());
                log::warn!("tile {t} panicked ({}), the overview is used for it", why.unwrap_or("?"));
                None
            }
        })
        .collect();
    let flat = shaded.iter().filter(|s| s.is_none()).count();
    log::info!("{} tiles shaded, {flat} taken from the overview", shaded.len() - flat);
}
