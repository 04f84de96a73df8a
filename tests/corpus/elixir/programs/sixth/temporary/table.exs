# The table of the tides is needed, that of the currents is nice to have.
:ok = :application.load({:application, :tide_extra, [mod: {Tide.Extra, []}, applications: [:kernel, :stdlib, :elixir, :logger]]})
{:ok, _} = Tide.Feed.start_link(:heights)
IO.puts("extra: #{inspect(Application.start(:tide_extra, :temporary))}")
Process.sleep(300)
IO.puts("running: #{inspect(for {app, _, _} <- Application.started_applications(), app in [:tide, :tide_extra], do: app)}")
{:heights, height} = GenServer.call(:heights, :height)
IO.puts("table of the tides written, first height #{height} m")
