defmodule Conf do
  def port, do: System.fetch_env!("NIGHTLY_PORT")
  def load, do: %{host: "db", port: port()}
end

IO.puts("[info] loading configuration")
IO.inspect(Conf.load())
