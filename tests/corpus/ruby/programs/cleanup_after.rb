at_exit do
  40.times { |i| warn "closing file #{i}: ok, 0 errors" }
end

def fetch(table, key)
  table.fetch(key) # RAISES
end

def main
  fetch({ "a" => 1 }, "b")
end

main
