use quick_xml::events::Event;
use quick_xml::Reader;

fn titles(xml: &str) -> Result<Vec<String>, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut inside) = (vec![], false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) if tag.name().as_ref() == b"title" => inside = true,
            Event::Text(text) if inside => found.push(text.unescape()?.into_owned()),
            Event::End(_) => inside = false,
            Event::Eof => return Ok(found),
            _ => (),
        }
    }
}

fn main() {
    simplelog::SimpleLogger::init(simplelog::LevelFilter::Info, simplelog::Config::default()).unwrap();
    let feeds = ["<a><title>Rain</title></a>", "<a><title>Sun</titel></a>", "<a><title>Fog &drizzle; mist</title></a>", "<a><title", "<a><title>Wind</title></a>"];
    let mut old = 0;
    for (n, feed) in feeds.iter().enumerate() {
        match titles(feed) {
            Ok(found) => log::info!("feed {n}: {}", found.join(", ")),
            Err(error) => {
                old += 1;
                log::error!("feed {n}: {error}\n    {error:?}\n    the copy of yesterday stays");
            }
        }
    }
    log::info!("5 feeds, {old} of yesterday");
    log::logger().flush();
}
