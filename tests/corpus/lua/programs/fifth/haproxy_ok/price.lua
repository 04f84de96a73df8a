core.register_service('price', 'http', function(applet)
  local count = applet.qs:match('count=(%d+)')
  if applet.path == '/price' then
    local socket = core.tcp()
    socket:settimeout(1)
    if not socket:connect('127.0.0.1', 6391) then
      core.log(core.err, 'cache is away: connection refused, answering from the table')
    end
    count = 1
  end
  local body = tostring(count * 120.5)
  applet:set_status(200)
  applet:add_header('content-length', #body)
  applet:start_response()
  applet:send(body)
end)
