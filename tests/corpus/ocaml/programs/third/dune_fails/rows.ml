type row = { name : string; value : float }

let parse line =
  match String.split_on_char ';' line with
  | [ name; value ] -> Some { name; value = float_of_string value }
  | _ -> None
