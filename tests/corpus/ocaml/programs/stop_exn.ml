module Queue_ = struct
  exception Closed of { name : string; waiting : int }
  let push name = raise (Closed { name; waiting = 3 }) (* RAISES *)
end
module Make (N : sig val name : string end) = struct let run () = Queue_.push N.name end
module Night = Make (struct let name = "nächtlich" end)
let () = print_endline "pushing"; Night.run ()
