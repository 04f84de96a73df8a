with Ada.Text_IO; use Ada.Text_IO;
procedure Ledger is
   type Months is array (1 .. 12) of Integer;
   Sums : Months := (others => 0);
   procedure Book (Month, Sum : Integer) is
   begin
      Sums (Month) := Sums (Month) + Sum;
      Put_Line ("booked" & Sum'Image & " in month" & Month'Image);
   end Book;
begin
   for M in 11 .. 14 loop
      Book (M, 100 * M);
   end loop;
end Ledger;
