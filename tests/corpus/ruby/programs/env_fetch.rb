class Settings
  def port = Integer(ENV.fetch("NIGHTLY_PORT")) # RAISES
end

puts "loading settings"
$stdout.flush
puts Settings.new.port
