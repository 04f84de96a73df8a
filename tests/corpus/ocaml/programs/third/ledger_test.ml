let net gross percent = gross * 100 / (100 + percent)

let nineteen () = Alcotest.(check int) "net" 10000 (net 11900 19)
let seven () = print_endline "999 at 7"; Alcotest.(check int) "net of 999" 934 (net 999 7)
let zero () = Alcotest.check_raises "refused" Division_by_zero (fun () -> ignore (net 1 (-100)))

let () =
  Alcotest.run ~and_exit:true "ledger"
    [ ("taxes", [ Alcotest.test_case "nineteen" `Quick nineteen; Alcotest.test_case "seven is rounded" `Quick seven; Alcotest.test_case "minus hundred" `Quick zero ]) ]
