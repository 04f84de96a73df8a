let tokens = ref Expr.[ INT 4; PLUS; INT 38; EOF ]

let next _ =
  match !tokens with
  | [] -> Expr.EOF
  | t :: rest -> tokens := rest; t

let () =
  Printf.printf "value %d\n" (Expr.main next (Lexing.from_string ""));
  tokens := Expr.[ PLUS; ERROR ];
  match Expr.main next (Lexing.from_string "") with
  | n -> Printf.printf "value %d\n" n
  | exception e -> Printf.printf "second expression left out: %s\n" (Printexc.to_string e)
