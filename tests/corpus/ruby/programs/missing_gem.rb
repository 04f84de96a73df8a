require "logger"

def load_driver(name)
  require name # RAISES
end

puts "loading drivers"
$stdout.flush
load_driver("pg_missing_driver/native")
