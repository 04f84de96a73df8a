require Logger
Logger.warn("retry 1 of upload: {:error, :econnrefused}")
Logger.error("alert rule 'ErrorRate' loaded, 0 firing")
for n <- 1..22, do: Logger.info("rule #{n} checked: ok")
Logger.flush()
