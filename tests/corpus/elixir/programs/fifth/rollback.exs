# Changes a file of settings; a step that fails is undone, and the settings of before are kept on purpose.
steps = [
  {"raise the quota", fn s -> Map.put(s, :quota, 20) end},
  {"rename the queue", fn s -> Map.update!(s, :queues, &[:night | &1]) end},
  {"drop the cache", fn s -> Map.delete(s, :cache) end}
]

settings = %{quota: 10, cache: true}

settings =
  Enum.reduce(steps, settings, fn {name, step}, before ->
    try do
      step.(before)
    rescue
      error ->
        IO.puts(:stderr, "step \"#{name}\" was undone:")
        IO.puts(:stderr, Exception.format(:error, error, __STACKTRACE__))
        before
    else
      changed ->
        IO.puts("step \"#{name}\" is done")
        changed
    end
  end)

File.write!("/tmp/settings-fifth.term", :erlang.term_to_binary(settings))
IO.puts("settings: #{inspect(settings)} written, steps that do not apply are undone as always")
