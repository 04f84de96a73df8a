require Logger
Logger.configure_backend(:console, format: {Plain, :line}, colors: [enabled: false])

defmodule Plain do
  def line(level, message, {_, {h, m, s, _}}, _) do
    "#{h}:#{m}:#{s} ocr.#{level} | " <> (message |> to_string() |> String.replace("\n", "\n        | ")) <> "\n"
  end
end

{:ok, sup} = Task.Supervisor.start_link()

read = fn
  {"page-3", n} when n < 2 -> Base.decode64!("==scan==")
  {"page-5", _} -> {:ok, _} = File.read("/tmp/page-5.png")
  {name, _} -> String.length(name) * 7
end

pages =
  for name <- ~w(page-1 page-3 page-5 page-8) do
    Enum.reduce_while(1..3, nil, fn n, _ ->
      task = Task.Supervisor.async_nolink(sup, fn -> read.({name, n}) end)
      case Task.yield(task, 1000) || Task.shutdown(task) do
        {:ok, words} -> {:halt, {name, words}}
        {:exit, _} when n == 3 -> {:halt, {name, :left_blank}}
        {:exit, _} -> {:cont, nil}
      end
    end)
  end

Logger.flush()
IO.inspect(pages, label: "ocr done")
