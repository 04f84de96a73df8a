use std::rc::Rc;

pub struct Grid {
    pub cells: Rc<Vec<f64>>,
}

pub fn square(n: usize) -> Grid {
    let spare = n;
    Grid { cells: Rc::new(vec![0.5; n * n]) }
}
