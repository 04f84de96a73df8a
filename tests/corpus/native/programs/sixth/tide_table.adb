with Ada.Text_IO; use Ada.Text_IO;
with Ada.Exceptions; use Ada.Exceptions;
with GNAT.Traceback.Symbolic;
procedure Tide_Table is
   subtype Height is Integer range -300 .. 900;
   Good, Bad : Natural := 0;
   procedure Read (Text : String) is
      H : Height;
   begin
      H := Height'Value (Text);
      Good := Good + 1;
      Put_Line ("height" & H'Image & " cm");
   end Read;
   procedure Take (Text : String) is
   begin
      Read (Text);
   exception
      when E : Constraint_Error =>
         Bad := Bad + 1;
         Put_Line (Standard_Error, "left out '" & Text & "': " & Exception_Information (E));
         Put_Line (Standard_Error, GNAT.Traceback.Symbolic.Symbolic_Traceback (E));
   end Take;
begin
   Take ("120");
   Take ("1200");
   Take ("n/a");
   Take ("-45");
   Put_Line ("taken" & Good'Image & ", left out" & Bad'Image);
end Tide_Table;
