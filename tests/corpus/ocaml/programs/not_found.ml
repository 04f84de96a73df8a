let price table name =
  let p = Hashtbl.find table name in
  p * 2

let () =
  let t = Hashtbl.create 4 in
  Hashtbl.add t "bolt" 3;
  Printf.printf "%d\n%!" (price t "bolt");
  Printf.printf "%d\n" (price t "nut")
