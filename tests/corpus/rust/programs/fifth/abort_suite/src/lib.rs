pub struct Pool {
    pub open: usize,
}

impl Drop for Pool {
    fn drop(&mut self) {
        if self.open > 0 {
            panic!("pool dropped with {} open connections", self.open); // RAISES
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pool;

    #[test]
    fn closes() {
        let _pool = Pool { open: 0 };
    }

    #[test]
    fn lends_two() {
        let pool = Pool { open: 2 };
        assert_eq!(pool.open, 3, "connections lent");
    }
}
