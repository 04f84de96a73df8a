type t = { folder : string; mutable written : int }

let create folder = { folder; written = 0 }

let put t ~key value =
  if key = "" then Error "empty key"
  else begin
    t.written <- t.written + String.length value;
    Ok t.written
  end
