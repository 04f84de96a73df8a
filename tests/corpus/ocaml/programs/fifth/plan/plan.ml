(* Reads the backup plan of the night. *)
open Sexplib.Std

type job = { name : string; keep : int; folders : string list } [@@deriving of_sexp]
type plan = { target : string; jobs : job list } [@@deriving of_sexp]

let read path = plan_of_sexp (Sexplib.Sexp.load_sexp path)

let () =
  Printexc.record_backtrace true;
  print_endline "plan: reading night.plan";
  let plan = read "night.plan" in
  List.iter (fun job -> Printf.printf "%s keeps %d\n" job.name job.keep) plan.jobs
