use std::cell::RefCell;

struct Bus {
    listeners: RefCell<Vec<Box<dyn Fn(&Bus)>>>,
}

impl Bus {
    fn publish(&self) {
        for l in self.listeners.borrow().iter() {
            l(self);
        }
    }
}

fn main() {
    let bus = Bus { listeners: RefCell::new(vec![]) };
    bus.listeners.borrow_mut().push(Box::new(|b| b.listeners.borrow_mut().clear())); // RAISES
    bus.publish();
}
