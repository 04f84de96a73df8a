require "logger"

log = Logger.new($stderr, progname: "mailer")

def deliver(mail)
  raise ArgumentError, "no recipient in mail #{mail[:id]}" unless mail[:to] # RAISES
end

begin
  [{ id: 1, to: "a@example.org" }, { id: 2 }].each do |m|
    deliver(m)
    log.info("mail #{m[:id]} sent")
  end
rescue => e
  log.fatal(e)
  log.info("queue closed")
  exit 1
end
