use log::{error, info, warn};
use quick_xml::{events::Event, Reader};
use snafu::{ResultExt, Snafu};

#[derive(Debug, Snafu)]
enum FeedError {
    #[snafu(display("feed {name} cannot be read: {source}"))]
    Broken { name: &'static str, source: quick_xml::Error },
    #[snafu(display("feed {name} is empty"))]
    Empty { name: &'static str },
}

fn titles(name: &'static str, text: &str) -> Result<usize, FeedError> {
    let mut reader = Reader::from_str(text);
    let mut count = 0;
    loop {
        match reader.read_event().context(BrokenSnafu { name })? {
            Event::Start(tag) if tag.name().as_ref() == b"title" => count += 1,
            Event::Eof if count == 0 => return EmptySnafu { name }.fail(),
            Event::Eof => return Ok(count),
            _ => {}
        }
    }
}

fn main() {
    stderrlog::new().verbosity(4).color(stderrlog::ColorChoice::Never).timestamp(stderrlog::Timestamp::Second).init().unwrap();
    let feeds = [
        ("weather", "<feed><item><title>rain</title></item></feed>"),
        ("quiet", "<feed></feed>"),
        ("ships", "<feed><item><title>Aurora</titel></item></feed>"),
    ];
    for (name, text) in feeds {
        match titles(name, text) {
            Ok(count) => info!("{name}: {count} titles"),
            Err(e @ FeedError::Empty { .. }) => warn!("{e}, yesterday's is kept"),
            Err(e) => {
                error!("{e}");
                info!("index not written");
                std::process::exit(1);
            }
        }
    }
}
