with Ada.Text_IO; use Ada.Text_IO;
with Ada.Exceptions; use Ada.Exceptions;
procedure Feed is
   Bad_Line : exception;
   procedure Read (N : Positive) is
   begin
      if N mod 9 = 4 then
         raise Bad_Line with "line" & N'Image & " has no date";
      end if;
      Put_Line ("line" & N'Image & " read");
   end Read;
begin
   for N in 1 .. 32 loop
      begin
         Read (N);
      exception
         when E : Bad_Line => Put_Line (Standard_Error, "left out: " & Exception_Name (E) & ": " & Exception_Message (E));
      end;
   end loop;
   Put_Line ("feed is read");
end Feed;
