Require Import List Arith Lia.
Import ListNotations.

Definition balance (rows : list nat) : nat := fold_right plus 0 rows.

Lemma balance_app : forall a b, balance (a ++ b) = balance a + balance b.
Proof.
  induction a as [| r rows IH]; intros b; simpl.
  - reflexivity.
  - rewrite IH. lia.
Qed.

Lemma balance_cons : forall r rows, balance (r :: rows) > balance rows.
Proof.
  intros r rows. simpl.
  lia.
Qed.
