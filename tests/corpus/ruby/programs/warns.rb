require "set"
FOO = 1
FOO = 2
def noisy(x)
  unused = x
  @never + 1 rescue 0
end
warn "warning: RuntimeError handler is deprecated, use on_error"
puts noisy(1)
$stderr.puts "0 failures, 0 errors"
