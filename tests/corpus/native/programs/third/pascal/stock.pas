program stock;
{$R+}{$I+}
var f: text; line: string; n, sum: integer;
procedure take(const s: string);
var value, code: integer;
begin
  val(s, value, code);
  if code <> 0 then begin writeln('stock: line ', n, ': "', s, '" is no count'); halt(12); end;
  sum := sum + value;
end;
begin
  assign(f, 'stock.txt'); reset(f);
  n := 0; sum := 0;
  while not eof(f) do begin
    readln(f, line); inc(n);
    take(line);
    writeln('line ', n, ': sum ', sum);
  end;
  writeln('stock: ', sum, ' pieces');
end.
