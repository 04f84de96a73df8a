(* What the checker must refuse, next to what it must take. *)
Require Import Arith.

Definition fee (cents : nat) := cents / 100.

Fail Definition wrong : bool := fee 3.
Fail Check (fee true).
Fail Fixpoint loop (n : nat) : nat := loop (S n).
Lemma small : fee 99 = 0.
Proof. reflexivity. Qed.
Lemma not_one : fee 100 <> 2.
Proof.
  Fail reflexivity.
  Fail exact small.
  discriminate.
Qed.
Fail Timeout 5 Eval compute in missing_table.
Print Assumptions not_one.
Eval compute in fee 1250.
