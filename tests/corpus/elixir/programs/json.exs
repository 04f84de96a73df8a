for i <- 1..20, do: IO.puts(~s({"seq":#{i},"error":null,"exception":null,"crashed":false}))
