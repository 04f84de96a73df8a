local function validate(t)
  if not t.id then
    error({ code = 400 }) -- RAISES
  end
end
validate({})
