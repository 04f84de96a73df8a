# Turns names of an old system (Latin-1) into user names.
names = ["Ito", "Berger", <<"M", 252, "ller">>, "Sousa"]

try do
  for name <- names do
    user = name |> String.to_charlist() |> Enum.map(&(&1 |> List.wrap() |> to_string() |> String.downcase())) |> Enum.join() # RAISES
    IO.puts("#{user}@depot")
  end
after
  IO.puts(:stderr, "names: #{length(names)} rows were in the file; convert it with iconv -f latin1 if it is an old one")
end
