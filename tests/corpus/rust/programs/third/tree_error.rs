use std::fs;
use std::process::ExitCode;

#[derive(Debug)]
#[allow(dead_code)]
enum JobError {
    Manifest { path: String, line: usize, reason: String },
    Empty,
}

fn read(path: &str) -> Result<Vec<(String, u64)>, JobError> {
    let text = fs::read_to_string(path).map_err(|_| JobError::Empty)?;
    text.lines().enumerate().map(|(i, line)| {
        let (name, size) = line.split_once(' ').ok_or(JobError::Manifest { path: path.into(), line: i + 1, reason: "no size".into() })?;
        let size = size.trim().parse().map_err(|e| JobError::Manifest { path: path.into(), line: i + 1, reason: format!("{e}") })?;
        Ok((name.to_string(), size))
    }).collect()
}

fn main() -> Result<ExitCode, JobError> {
    fs::write("backup.manifest", "etc.tar 10240\nhome.tar 7340032\nvar.tar 12G\n").unwrap();
    println!("backup: checking the manifest");
    let list = read("backup.manifest")?;
    println!("backup: {} archives", list.len());
    Ok(ExitCode::SUCCESS)
}
