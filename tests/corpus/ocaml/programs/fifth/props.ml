(* Properties of the amounts of the ledger. *)
let split_amount total n =
  let part = total / n in
  List.init n (fun _ -> part)

let sums =
  QCheck.Test.make ~count:200 ~name:"parts sum up to the whole"
    QCheck.(pair (int_range 0 1000) (int_range 1 7))
    (fun (total, n) -> List.fold_left ( + ) 0 (split_amount total n) = total)

let counts =
  QCheck.Test.make ~count:200 ~name:"as many parts as asked for"
    QCheck.(pair (int_range 0 1000) (int_range 1 7))
    (fun (total, n) -> List.length (split_amount total n) = n)

let division =
  QCheck.Test.make_neg ~count:100 ~name:"no part is ever zero (known to fail)"
    QCheck.(int_range 0 20)
    (fun total -> List.for_all (fun p -> p > 0) (split_amount total 4))

let raises =
  QCheck.Test.make ~count:3 ~name:"no parts raise Division_by_zero" QCheck.small_nat (fun total ->
      match split_amount total 0 with
      | _ -> false
      | exception Division_by_zero -> prerr_endline "Fatal: Division_by_zero raised, as it should"; total >= 0)

let () =
  let tests = if Array.length Sys.argv > 1 && Sys.argv.(1) = "known" then [ counts; division; raises ] else [ counts; sums ] in
  exit (QCheck_base_runner.run_tests ~colors:false ~verbose:true ~rand:(Random.State.make [| 11 |]) tests)
