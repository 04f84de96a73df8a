let () = Wire.send (Yojson.Safe.to_string `Null)
