require Logger

defmodule Job do
  def step(n) when n < 3, do: Logger.info("step #{n} done")
  def step(n), do: raise(ArgumentError, "step #{n}: size [1, 2] is not {3}")
  def run, do: Enum.each(1..4, &step/1)
end

try do
  Job.run()
rescue
  e ->
    Logger.error("job failed: " <> Exception.format(:error, e, __STACKTRACE__))
    Logger.flush()
    System.halt(1)
end
