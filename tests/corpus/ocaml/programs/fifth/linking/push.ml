let () = Wire.send (Yojson.Safe.to_string (`List [ `Int 1 ]))
