let read_pair line = Scanf.sscanf line "%d;%d" (fun a b -> (a, b))
let () =
  List.iter (fun l -> let a, b = read_pair l in Printf.printf "%d-%d\n%!" a b) [ "1;2"; "3,4" ]
