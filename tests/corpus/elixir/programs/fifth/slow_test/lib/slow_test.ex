defmodule SlowTest do
  def wait(mailbox), do: Agent.get(mailbox, &wait_for(&1, 0))

  defp wait_for(rows, n) when rows == n, do: n
  defp wait_for(rows, n) do
    Process.sleep(20)
    wait_for(rows, n + 3)
  end
end
