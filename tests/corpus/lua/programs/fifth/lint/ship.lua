local ship = {}

function ship.send(path)
  if not path then
    return nil, 'no path'
  local file = io.open(path)
  return file:read('a')
end

return ship
