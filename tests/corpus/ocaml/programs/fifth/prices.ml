(* Loads the price list of the day, strictly or leaving odd rows out. *)
let text = "article,price,unit\nA1,12.50,piece\nA2,8.00,\"box\nA3,n/a,piece\nA4,1.20,piece\n"

let text_ok = "article,price,unit\nA1,12.50,piece\nA3,n/a,piece\nA4,1.20,piece,old\nA5,,box\n"

let price row =
  match row with
  | [ article; price; _ ] -> (article, float_of_string price)
  | _ -> failwith (Printf.sprintf "%d columns" (List.length row))

let strict () =
  let ch = Csv.of_string text in
  ignore (Csv.next ch);
  Csv.iter ~f:(fun row -> let a, p = price row in Printf.printf "%s at %.2f\n%!" a p) ch

let lenient () =
  let kept = ref 0 and left = ref 0 in
  List.iteri
    (fun i row ->
      if i > 0 then
        match price row with
        | a, p -> incr kept; Printf.printf "%s at %.2f\n%!" a p
        | exception e -> incr left; Printf.eprintf "prices: ERROR line %d: %s\n%s%!" (i + 1) (Printexc.to_string e) (Printexc.get_backtrace ()))
    (Csv.input_all (Csv.of_string text_ok));
  Printf.printf "prices: %d kept, %d left out\n" !kept !left

let () =
  Printexc.record_backtrace true;
  if Array.length Sys.argv > 1 then lenient () else strict ()
