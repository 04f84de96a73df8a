type shape = Circle of float | Square of float | Line

let area s = match s with Circle r -> 3.14 *. r *. r | Square a -> a *. a [@@warning "-8"]

let () = List.iter (fun s -> Printf.printf "%.1f\n%!" (area s)) [ Square 2.0; Line ]
