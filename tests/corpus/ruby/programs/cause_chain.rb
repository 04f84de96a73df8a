require "json"

class SettingsError < StandardError; end
class BootError < StandardError; end

def parse(text)
  JSON.parse(text)
end

def load_settings(text)
  parse(text)
rescue JSON::ParserError
  raise SettingsError, "settings.json cannot be read"
end

def boot(text)
  load_settings(text)
rescue SettingsError
  raise BootError, "web server cannot start" # RAISES
end

boot('{"port": 80, "hosts": [}')
