require "java"
java_import java.util.concurrent.Executors
java_import java.util.logging.Logger

log = Logger.getLogger("tiles")
pool = Executors.newFixedThreadPool(2)
parts = %w[12 7 x9 30]
futures = parts.map { |part| [part, pool.submit(-> { java.lang.Integer.parseInt(part) * 256 }.to_java(java.util.concurrent.Callable))] }
sum = futures.sum do |part, future|
  future.get
rescue java.util.concurrent.ExecutionException => e
  log.log(java.util.logging.Level::SEVERE, "tile #{part} is left white", e)
  0
end
pool.shutdown
puts "#{parts.size} tiles, #{sum} pixels"
