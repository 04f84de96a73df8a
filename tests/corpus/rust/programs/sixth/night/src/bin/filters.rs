use nom::{bytes::complete::tag, character::complete::digit1, sequence::preceded, IResult};
use regex::Regex;

fn port(text: &str) -> IResult<&str, &str> {
    preceded(tag("port="), digit1)(text)
}

fn main() {
    let mut literal = 0;
    for pattern in ["^ERR [0-9]+", "panic(", "[z-a]", r"\p{Greekish}", "done$"] {
        match Regex::new(pattern) {
            Ok(filter) => println!("filter {filter}"),
            Err(error) => {
                literal += 1;
                eprintln!("filter is taken literally:\n{error}");
                println!("filter {}", Regex::new(&regex::escape(pattern)).unwrap());
            }
        }
    }
    for text in ["port=8080", "port=eighty", "prot=80"] {
        match port(text) {
            Ok((_, value)) => println!("listens at {value}"),
            Err(error) => eprintln!("{text:?}: {error}; 8080 stays"),
        }
    }
    println!("5 filters, {literal} of them literal");
}
