with Totals; use Totals;
with Ada.Text_IO;
procedure Tally is
   Unused : Integer := 3;
begin
   Add (5);
   Ada.Text_IO.Put_Line (Integer'Image (Totl));
end Tally;
