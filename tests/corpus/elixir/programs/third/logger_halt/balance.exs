require Logger
Logger.configure_backend(:console, format: "$time [$level] $message\n", colors: [enabled: false])

days = [{"2026-11-19", 100, 110}, {"2026-11-20", 110, 119}, {"2026-11-21", 120, 121}]

Enum.reduce(days, nil, fn {day, open, close}, last ->
  if last && last != open do
    Logger.error("day #{day} opens with #{open}, the day before closed with #{last}")
    Logger.info("0 days booked")
    Logger.flush()
    System.halt(3)
  end

  Logger.info("day #{day} in balance, errors: 0")
  close
end)
