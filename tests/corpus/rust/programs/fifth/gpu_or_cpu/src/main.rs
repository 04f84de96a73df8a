#[cfg(all(feature = "gpu", not(cuda_found)))]
compile_error!("feature `gpu` needs a CUDA toolkit, none was found");

fn main() {
    println!("trained 3 epochs on {}", if cfg!(feature = "gpu") { "gpu" } else { "cpu" });
}
