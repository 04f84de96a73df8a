package Totals is
   procedure Add (N : Integer);
   function Total return Integer;
end Totals;
