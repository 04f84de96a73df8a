require "logger"
require "sequel"

db = Sequel.sqlite
db.create_table(:stations) { primary_key :id; String :name, unique: true, null: false }
db.loggers << Logger.new($stderr, progname: "db")
refused = 0
["Hill", "Bay", "Hill", nil].each do |name|
  db.transaction { db[:stations].insert(name: name) }
rescue Sequel::ConstraintViolation => e
  refused += 1
  warn e.full_message(highlight: false, order: :top).lines.first(3)
end
puts "#{db[:stations].count} stations, #{refused} refused"
