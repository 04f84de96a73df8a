require 'active_record'

ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: 'app.db')
ActiveRecord::Base.logger = Logger.new($stdout, level: :info, formatter: ->(level, _, _, text) { "#{level[0]} #{text}\n" })

class CreateReaders < ActiveRecord::Migration[6.1]
  def change
    create_table(:readers) { |t| t.string :mail }
    2.times { execute "INSERT INTO readers (mail) VALUES ('desk@example.org')" }
  end
end

class UniqueMails < ActiveRecord::Migration[6.1]
  def change
    add_index :readers, :mail, unique: true
  end
end

class AddNotes < ActiveRecord::Migration[6.1]
  def change
    add_column :readers, :notes, :text
  end
end

begin
  [CreateReaders, UniqueMails, AddNotes].each { |migration| migration.migrate(:up) }
ensure
  puts "tables: #{ActiveRecord::Base.connection.tables.join(', ')}"
end
