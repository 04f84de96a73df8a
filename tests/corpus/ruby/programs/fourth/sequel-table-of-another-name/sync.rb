require "sequel"

db = Sequel.sqlite
db.create_table(:parts) { primary_key :id; String :name }
puts "schema ready"

def waiting(db)
  db[:pieces].where(name: "north").count
end

puts "#{waiting(db)} pieces wait"
