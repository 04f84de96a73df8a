require "yaml"

def settings(path)
  YAML.safe_load(File.read(path), aliases: true)
end

%w[base night].each { |name| puts "#{name}: #{settings("/app/#{name}.yml").keys.join(', ')}" }
