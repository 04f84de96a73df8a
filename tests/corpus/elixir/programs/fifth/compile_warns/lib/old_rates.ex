defmodule OldRates do
  require Logger

  @deprecated "Use fetch/1 instead"
  def get(currency), do: elem(fetch(currency), 1)

  def fetch(currency) do
    case Map.fetch(%{"USD" => 1.08}, currency) do
      {:ok, rate} -> {:ok, rate}
      :error -> {:error, %KeyError{key: currency, term: %{}, message: "no rate of #{currency}"}}
    end
  end

  def night(currencies) do
    for currency <- currencies do
      case fetch(currency) do
        {:ok, rate} -> IO.puts("#{currency} #{rate}")
        {:error, error} -> Logger.error("** (#{inspect(error.__struct__)}) " <> Exception.message(error))
      end
    end

    try do
      Remote.Rates.push(currencies)
    rescue
      e in UndefinedFunctionError -> Logger.warn("push is not built in: " <> Exception.message(e))
    end

    IO.puts("rates written")
  end
end

defmodule OldRates.Report do
  def lines, do: OldRates.get("USD")
end
