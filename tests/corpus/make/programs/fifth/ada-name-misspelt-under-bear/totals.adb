package body Totals is
   Sum : Integer := 0;
   procedure Add (N : Integer) is
   begin
      Sum := Sum + N;
   end Add;
   function Total return Integer is (Sum);
end Totals;
