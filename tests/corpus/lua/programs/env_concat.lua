local function path(name)
  return os.getenv("NIGHTLY_ROOT") .. "/" .. name -- RAISES
end
print("night 26")
print("writing " .. path("rows.csv"))
