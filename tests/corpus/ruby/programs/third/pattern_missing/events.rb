require "json"

def route(event)
  case event # RAISES
  in { kind: "order", id: Integer => id }
    "order #{id}"
  in { kind: "error", code: }
    "error event #{code}, passed on"
  end
end

['{"kind":"error","code":7}', '{"kind":"order","id":12}', '{"kind":"order","id":"13"}'].each do |line|
  puts route(JSON.parse(line, symbolize_names: true))
end
