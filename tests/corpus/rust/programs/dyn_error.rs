use std::fs::File;
use std::io::Write;

fn save(step: u32) -> Result<(), Box<dyn std::error::Error>> {
    let mut file = File::options().write(true).open("/dev/full")?;
    file.write_all(format!("checkpoint {step}\n").as_bytes())?;
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for step in 0..5 {
        println!("step {step}");
        if step == 3 {
            save(step)?;
        }
    }
    Ok(())
}
