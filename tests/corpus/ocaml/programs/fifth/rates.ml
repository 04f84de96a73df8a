open OUnit2

let convert rate cents = int_of_float (float_of_int cents *. rate)

let find table name = List.assoc name table

let table = [ ("EUR", 1.0); ("USD", 1.08) ]

let suite =
  "rates"
  >::: [
         ("one to one" >:: fun _ -> assert_equal ~printer:string_of_int 1999 (convert (find table "EUR") 1999));
         ("rounded" >:: fun ctxt ->
           logf ctxt `Warning "table has %d rates" (List.length table);
           assert_equal ~printer:string_of_int ~msg:"cents of 19.99" 2159 (convert (find table "USD") 1999));
         ("unknown" >:: fun _ -> assert_raises Not_found (fun () -> find table "XXX"));
       ]

let () = run_test_tt_main suite
