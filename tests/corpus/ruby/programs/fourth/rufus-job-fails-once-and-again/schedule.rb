require "rufus-scheduler"

scheduler = Rufus::Scheduler.new(frequency: 0.1)
runs = 0
scheduler.in "0.1s" do
  Integer("n/a")
end
scheduler.every "0.3s", first: :now do
  runs += 1
  puts "report #{runs} written"
end
sleep 1.2
scheduler.shutdown
puts "ended after #{runs > 1 ? 'several' : runs} reports"
