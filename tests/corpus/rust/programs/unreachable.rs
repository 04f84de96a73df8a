enum State {
    Open,
    Closed,
}

fn next(s: &State) -> State {
    match s {
        State::Open => State::Closed,
        State::Closed => todo!("reopening is planned"), // RAISES
    }
}

fn main() {
    let s = next(&State::Open);
    println!("closed");
    next(&s);
}
