require Logger
Logger.configure_backend(:console, format: "$time $metadata[$level] $message\n", colors: [enabled: false])

copy = fn part, attempt ->
  if part == 4 and attempt < 3, do: raise(File.Error, reason: :eagain, action: "copy", path: "part-#{part}")
  part * 1000
end

for part <- 1..27 do
  Enum.find(1..5, fn attempt ->
    try do
      Logger.info("part #{part}: #{copy.(part, attempt)} bytes")
      true
    rescue
      error ->
        Logger.error("part #{part}, attempt #{attempt}\n" <> Exception.format(:error, error, __STACKTRACE__))
        false
    end
  end)
end

Logger.flush()
