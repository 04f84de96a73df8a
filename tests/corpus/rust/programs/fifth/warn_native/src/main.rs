enum TileError {
    Panic(String),
    Failed { code: i32 },
}

fn main() {
    let unused = TileError::Failed { code: 2 };
    println!("tiles: 400 drawn, 0 errors");
}
