defmodule ConfigError do
  defexception [:key]
  def message(%{key: key}), do: "setting #{key} is missing\nadd it to config.exs — größe ist Pflicht"
end

defmodule Settings do
  def read(settings, key) do
    case settings do
      %{^key => v} -> v
      _ -> raise ConfigError, key: key # RAISES
    end
  end
end

Settings.read(%{host: "a"}, :size)
