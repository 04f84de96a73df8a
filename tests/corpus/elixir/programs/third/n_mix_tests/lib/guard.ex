defmodule Guard do
  require Logger

  def guard(call) do
    {:ok, call.()}
  rescue
    error ->
      Logger.error(Exception.format(:error, error, __STACKTRACE__))
      :error
  end
end
