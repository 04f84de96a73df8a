require "active_record"
require "logger"

LOG = Logger.new($stdout, progname: "stations")
ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: ":memory:")
ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table(:stations) { |t| t.string :code, null: false; t.float :height }
  add_index :stations, :code, unique: true
end

class Station < ActiveRecord::Base
  validates :height, numericality: { greater_than: -400 }, allow_nil: true

  def self.taken(row)
    create!(row)
  rescue ActiveRecord::RecordNotUnique => e
    LOG.error(e)
    LOG.info("#{row[:code]} is known, its height is brought up to date")
    find_by!(code: row[:code]).tap { |known| known.update!(height: row[:height]) }
  end
end

rows = [{ code: "AMS", height: -3 }, { code: "ZRH", height: 432 }, { code: "AMS", height: -3.4 },
        { code: "XXX", height: -9999 }, { code: "DEN", height: 1655 }]
left = rows.reject do |row|
  Station.taken(row)
rescue ActiveRecord::RecordInvalid => e
  LOG.warn("row left out: #{e.class}: #{e.message}")
  nil
end
LOG.info("#{Station.count} stations, #{left.size} rows left out, AMS at #{Station.find_by(code: 'AMS').height}")
