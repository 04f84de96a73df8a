# Books the costs of jobs on a budget that an agent keeps.
require Logger
Logger.configure_backend(:console, format: "$date $time [$level] $message\n")

{:ok, budget} = Agent.start(fn -> %{cpu: 400, gpu: 60, disk: 0} end)

book = fn kind, hours ->
  Agent.get_and_update(budget, fn left ->
    share = div(hours * 100, Map.fetch!(left, kind)) # RAISES
    {share, Map.update!(left, kind, &(&1 - hours))}
  end)
end

for {kind, hours} <- [cpu: 40, gpu: 12, cpu: 8, disk: 5] do
  Logger.info("booked #{hours} h of #{kind}, #{book.(kind, hours)} % of what was left")
end

Logger.info("all booked")
