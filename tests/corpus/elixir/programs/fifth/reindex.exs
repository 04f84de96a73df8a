# Copies an index; every document goes through a pipeline of steps.
require Logger

defmodule Line do
  def format(level, message, _stamp, metadata) do
    ~s({"level":"#{level}","step":"#{metadata[:step]}","msg":#{inspect(IO.chardata_to_string(message))}}\n)
  end
end

Logger.configure_backend(:console, format: {Line, :format}, metadata: [:step], colors: [enabled: false])

steps = [read: 1840, map: 1840, write: 1733]

try do
  Enum.reduce(steps, nil, fn {step, count}, before ->
    Logger.metadata(step: step)
    Logger.info("#{count} documents")
    if before && count < before, do: throw({:lost, step, before - count})
    count
  end)
catch
  {:lost, step, n} ->
    Logger.error("step #{step} lost #{n} documents, alias is not switched")
    Logger.info("index products-2026-11-27 dropped")
    Logger.flush()
    System.halt(2)
end
