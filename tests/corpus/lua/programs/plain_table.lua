local function validate(t)
  if not t.id then
    error({ code = 400 })
  end
end
validate({})
