pub struct Harbour {
    pub name: String,
    pub span: f64,
    unused_mean: f64,
}

impl Harbour {
    pub fn new(name: &str, span: f64) -> Harbour {
        Harbour { name: name.to_string(), span, unused_mean: span / 2.0 }
    }

    pub fn mean(&self) -> f64 {
        self.unused_mean
    }

    fn nobody(&self) {}
}
