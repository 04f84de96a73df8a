defmodule SlowTestTest do
  use ExUnit.Case

  test "waits for three rows" do
    {:ok, mailbox} = Agent.start_link(fn -> 3 end)
    assert SlowTest.wait(mailbox) == 3
  end

  @tag timeout: 600
  test "waits for ten rows" do
    {:ok, mailbox} = Agent.start_link(fn -> 10 end)
    assert SlowTest.wait(mailbox) == 10 # RAISES
  end
end
