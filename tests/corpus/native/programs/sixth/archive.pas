program archive;
{$mode objfpc}{$H+}
uses SysUtils, Classes;

procedure Store(const Name: string);
var
  F: TFileStream;
begin
  F := TFileStream.Create(Name, fmOpenRead);
  try
    if F.Size = 0 then
      raise EReadError.CreateFmt('%s is empty', [Name]);
    WriteLn(Name, ': ', F.Size, ' bytes');
    Flush(Output);
  finally
    F.Free;
  end;
end;

var
  I, Failed: Integer;
  Names: array[0..3] of string = ('archive.pas', 'gone.txt', 'empty.txt', 'archive');
  T: TextFile;
begin
  Failed := 0;
  AssignFile(T, 'empty.txt'); Rewrite(T); CloseFile(T);
  for I := 0 to 3 do
    try
      Store(Names[I]);
    except
      on E: Exception do
      begin
        Inc(Failed);
        WriteLn(StdErr, 'archive: ', E.ClassName, ': ', E.Message);
        DumpExceptionBackTrace(StdErr);
        Flush(StdErr);
      end;
    end;
  WriteLn('archive: ', 4 - Failed, ' stored, ', Failed, ' to be asked for again tomorrow');
end.
