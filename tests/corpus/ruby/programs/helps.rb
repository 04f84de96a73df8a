require "optparse"
OptionParser.new do |o|
  o.banner = "Usage: rollback [options]\nUndoes the last deploy, e.g. after `app.rb:3:in 'boot': no port (ArgumentError)`."
  o.on("--on-error ACTION", "abort, ignore or raise (RuntimeError)")
  o.on("--backtrace", "print '\\tfrom app.rb:9:in main' lines too")
end.parse!(%w[--help])
