--- Finds halos.
-- Raises an error when a row is odd; see @{grid.errors}.
-- @module halo
local halo = {}

--- Finds the halos of a row.
-- @param row the row
-- @tparam number radius
-- @raise error: attempt to index a nil value, if the row is missing
function halo.find(row)
  return row[1]
end

return halo
