use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    weight: u64,
    next: Option<Rc<RefCell<Node>>>,
}

fn relax(node: &Rc<RefCell<Node>>) {
    let mut here = node.borrow_mut();
    if let Some(next) = &here.next {
        let other = next.borrow().weight; // RAISES
        here.weight += other;
    }
}

fn main() {
    let shard: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let a = Rc::new(RefCell::new(Node { weight: 3, next: None }));
    let b = Rc::new(RefCell::new(Node { weight: 4, next: Some(a.clone()) }));
    if shard == 2 {
        b.borrow_mut().next = Some(b.clone());
    }
    relax(&b);
    println!("shard {shard}: weight {}", b.borrow().weight);
}
