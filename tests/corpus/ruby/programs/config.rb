require "json"
puts JSON.pretty_generate("errors" => { "notify" => true, "classes" => %w[RuntimeError Timeout::Error NoMethodError] },
                          "last_error" => nil, "backtrace_lines" => 20, "raise_on_missing" => false)
30.times { |i| puts({ level: "info", seq: i, error: nil, exception_class: nil }.to_json) }
