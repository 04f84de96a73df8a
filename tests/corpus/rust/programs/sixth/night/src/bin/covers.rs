use snafu::{prelude::*, Backtrace, ErrorCompat};
use std::io::Cursor;

#[derive(Debug, Snafu)]
enum CoverError {
    #[snafu(display("cover {id} cannot be decoded"))]
    Decode { id: u32, source: png::DecodingError, backtrace: Backtrace },
}

fn decode(id: u32, bytes: &[u8]) -> Result<u32, CoverError> {
    let reader = png::Decoder::new(Cursor::new(bytes.to_vec())).read_info().context(DecodeSnafu { id })?;
    Ok(reader.info().width)
}

fn main() {
    let mut good = Vec::new();
    {
        let mut writer = png::Encoder::new(&mut good, 2, 2).write_header().unwrap();
        writer.write_image_data(&[9; 4]).unwrap();
    }
    let covers: [&[u8]; 4] = [&good, b"GIF89a", &good[..20], b""];
    let mut plain = 0;
    for (id, bytes) in covers.iter().enumerate() {
        if let Err(error) = decode(id as u32, bytes) {
            plain += 1;
            eprintln!("WARN covers: {error}");
            let mut cause = std::error::Error::source(&error);
            while let Some(why) = cause {
                eprintln!("  caused by: {why}");
                cause = why.source();
            }
            if plain == 1 {
                eprintln!("{:?}", ErrorCompat::backtrace(&error).unwrap());
            }
        }
    }
    println!("covers: {} decoded, {plain} with a plain cover", covers.len() - plain);
}
