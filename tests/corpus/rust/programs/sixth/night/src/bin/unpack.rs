use anyhow::{bail, Context, Result};
use std::fs::File;
use std::io::{Read, Write};

fn make() -> Result<()> {
    let mut zip = zip::ZipWriter::new(File::create("/tmp/night-good.zip")?);
    zip.start_file("a.txt", zip::write::FileOptions::default())?;
    zip.write_all(b"17 rows\n")?;
    zip.finish()?;
    std::fs::write("/tmp/night-page.zip", "<html>502 Bad Gateway</html>")?;
    let bytes = std::fs::read("/tmp/night-good.zip")?;
    std::fs::write("/tmp/night-cut.zip", &bytes[..bytes.len() / 2])?;
    Ok(())
}

fn unpack(name: &str) -> Result<usize> {
    let file = File::open(name).with_context(|| format!("cannot open {name}"))?;
    let mut zip = zip::ZipArchive::new(file).with_context(|| format!("{name} is no archive"))?;
    let mut text = String::new();
    zip.by_name("a.txt").context("a.txt is not in it")?.read_to_string(&mut text)?;
    if text.is_empty() {
        bail!("{name} holds nothing");
    }
    Ok(text.len())
}

fn main() -> Result<()> {
    make()?;
    let mut failed = 0;
    for name in ["/tmp/night-page.zip", "/tmp/night-cut.zip", "/tmp/night-gone.zip", "/tmp/night-good.zip"] {
        match unpack(name) {
            Ok(bytes) => println!("{name}: {bytes} bytes"),
            Err(error) => {
                failed += 1;
                eprintln!("Error: {error:?}\n");
            }
        }
    }
    println!("1 archive of 4 is enough for today, {failed} are fetched again tomorrow");
    Ok(())
}
