struct Scene {
    frames: usize,
    lights: Vec<[f32; 3]>,
}

fn light(scene: &Scene, frame: usize) -> [f32; 3] {
    scene.lights[frame / 40] // RAISES
}

fn render(scene: &Scene, frame: usize) {
    let [x, y, z] = light(scene, frame);
    println!("frame {frame:04} of {:04}  light {x:.1} {y:.1} {z:.1}  noise error {:.4}", scene.frames, 1.0 / (frame + 1) as f32);
    if frame % 50 == 0 {
        eprintln!("warning: texture cache error 0x1f ignored, frame {frame} is sharpened");
    }
}

fn main() {
    let scene = Scene { frames: 900, lights: (0..21).map(|i| [i as f32, 1.0, 0.5]).collect() };
    for frame in 0..scene.frames {
        render(&scene, frame);
    }
}
