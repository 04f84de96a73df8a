with Ada.Text_IO; use Ada.Text_IO;
with Ada.Exceptions; use Ada.Exceptions;
with Ada.Strings.Fixed;

procedure Valve is
   Stuck : exception;
   Unused : Integer := 7;
   Tries : Natural := 0;

   procedure Turn (Angle : Integer) is
      Limit : Integer range 0 .. 90;
   begin
      Tries := Tries + 1;
      Limit := Angle;
      if Tries < 3 then
         raise Stuck with "valve does not move";
      end if;
      Put_Line ("turned by" & Integer'Image(Limit));
   end Turn;
begin
   for Try in 1 .. 4 loop
      begin
         Turn (if Try = 1 then 100 else 45);
         exit;
      exception
         when Error : others =>
            Put_Line (Standard_Error, Exception_Information (Error));
      end;
   end loop;
   if Tries = 0 then
      raise Program_Error;
   end if;
end Valve;
