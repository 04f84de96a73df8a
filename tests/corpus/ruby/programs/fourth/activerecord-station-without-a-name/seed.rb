require "active_record"

ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: ":memory:")
ActiveRecord::Schema.define do
  create_table(:stations) { |t| t.string :name; t.integer :height }
end

class Station < ActiveRecord::Base
  validates :name, presence: true
  validates :height, numericality: { only_integer: true }
end

[["Hill", 430], ["", 12], ["Bay", 2]].each do |name, height|
  Station.create!(name: name, height: height)
  puts "seeded #{name}"
end
