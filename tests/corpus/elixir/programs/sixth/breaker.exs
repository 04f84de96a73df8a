require Logger
Logger.configure_backend(:console, format: "$time $metadata[$level] $message\n", metadata: [:call])

defmodule Breaker do
  use GenServer
  def start_link(port), do: GenServer.start_link(__MODULE__, port, name: __MODULE__)
  def ask(q), do: GenServer.call(__MODULE__, {:ask, q})

  def init(port), do: {:ok, %{port: port, failures: 0, state: :closed, since: 0}}

  def handle_call({:ask, _}, _from, %{state: :open, since: since} = s) when since > 0 do
    {:reply, {:error, :circuit_open}, %{s | since: since - 1}}
  end

  def handle_call({:ask, q}, _from, s) do
    s = if s.state == :open, do: tap(%{s | state: :half_open}, fn _ -> Logger.warn("circuit half open, one call is let through", call: q) end), else: s
    with {:ok, socket} <- :gen_tcp.connect({127, 0, 0, 1}, s.port, [:binary, active: false], 300),
         :ok <- :gen_tcp.send(socket, "#{q}\n"),
         {:ok, answer} <- :gen_tcp.recv(socket, 0, 300) do
      if s.state != :closed, do: Logger.info("circuit closed again", call: q)
      {:reply, {:ok, String.trim(answer)}, %{s | failures: 0, state: :closed}}
    else
      {:error, reason} ->
        failures = s.failures + 1
        Logger.error("call failed (#{failures}): #{:inet.format_error(reason)}", call: q)
        state = if failures >= 3, do: :open, else: s.state
        if state == :open, do: Logger.error("circuit opened after #{failures} failures", call: q)
        {:reply, {:error, reason}, %{s | failures: failures, state: state, since: 2}}
    end
  end
end

{:ok, listen} = :gen_tcp.listen(0, [:binary, active: false, reuseaddr: true, ip: {127, 0, 0, 1}])
{:ok, port} = :inet.port(listen)
:gen_tcp.close(listen)
{:ok, _} = Breaker.start_link(port)

answers =
  for n <- 1..10 do
    if n == 6 do
      {:ok, listen} = :gen_tcp.listen(port, [:binary, active: false, reuseaddr: true, ip: {127, 0, 0, 1}])
      spawn(fn ->
        Enum.each(Stream.cycle([1]), fn _ ->
          {:ok, s} = :gen_tcp.accept(listen)
          {:ok, q} = :gen_tcp.recv(s, 0)
          :gen_tcp.send(s, "rate of " <> q)
        end)
      end)
    end
    case Breaker.ask("q#{n}") do
      {:ok, text} -> text
      {:error, why} -> "default (#{why})"
    end
  end

Logger.flush()
IO.puts(Enum.join(answers, ", "))
