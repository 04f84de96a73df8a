def store(path, rows)
  File.open(path, "w") do |out|
    out.sync = true
    rows.times { |i| out.puts "row #{i}" } # RAISES
  end
end

puts "storing"
$stdout.flush
store("/dev/full", 3)
