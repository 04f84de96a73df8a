defmodule Job do
  defstruct [:id, :worker, state: :available, attempt: 0, max: 4, errors: [], meta: %{error: nil}]
end

defmodule Queue do
  def drain(jobs) do
    if Enum.all?(jobs, &(&1.state in [:completed, :cancelled])), do: jobs, else: drain(Enum.map(jobs, &run/1))
  end

  defp run(%Job{state: state} = job) when state in [:completed, :cancelled], do: job

  defp run(%Job{} = job) do
    job = %{job | attempt: job.attempt + 1}
    case job.worker.(job.attempt) do
      {:cancel, why} -> %{job | state: :cancelled, errors: [%{attempt: job.attempt, error: "cancelled: " <> why} | job.errors]}
      _ -> %{job | state: :completed}
    end
  rescue
    e ->
      attempt = job.attempt + 1
      %{job | attempt: attempt, state: :retryable, errors: [%{attempt: attempt, error: Exception.format(:error, e, __STACKTRACE__)} | job.errors]}
  end
end

workers = [
  thumbnail: fn _ -> :ok end,
  invoice: fn n -> if n < 3, do: raise(RuntimeError, "printer is out of paper"), else: :ok end,
  import: fn n -> if n < 2, do: Map.fetch!(%{"rows" => 3}, "columns"), else: :ok end,
  mail: fn _ -> {:cancel, "address has bounced for 30 days"} end
]

jobs = Queue.drain(for {{_name, w}, id} <- Enum.with_index(workers, 401), do: struct!(Job, id: id, worker: w))
IO.inspect(Enum.map(jobs, &Map.drop(&1, [:__struct__, :worker])), pretty: true, width: 110)
IO.puts("available: 0, retryable: 0, discarded: 0, completed: #{Enum.count(jobs, &(&1.state == :completed))}")
