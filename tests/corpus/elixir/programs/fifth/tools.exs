# Looks which converters are here; a missing one is no failure, the next is taken.
tools = [{"heif-convert", ["--version"]}, {"sh", ["-c", "echo 'cat: fatal: no input' >&2; exit 3"]}, {"cat", ["/app/none.txt"]}, {"true", []}]

chosen =
  Enum.find(tools, fn {tool, args} ->
    try do
      {out, code} = System.cmd(tool, args, stderr_to_stdout: true)
      IO.puts("#{tool}: exit #{code} #{out |> String.trim() |> inspect()}")
      code == 0
    rescue
      e in ErlangError -> IO.puts("#{tool}: #{Exception.format(:error, e, __STACKTRACE__) |> String.split("\n") |> hd()}"); false
    end
  end)

IO.puts("tools: #{elem(chosen, 0)} is taken")
