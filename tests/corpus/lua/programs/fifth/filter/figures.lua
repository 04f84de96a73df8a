-- Pandoc filter: numbers the figures of the manual.
local count = 0
local names = { en = 'Figure', de = 'Abbildung' }

local function caption(lang)
  count = count + 1
  return names[lang] .. ' ' .. count .. ': '  --RAISES
end

local lang = 'en'

function Meta(meta)
  lang = pandoc.utils.stringify(meta.lang or 'en')
end

function Image(img)
  table.insert(img.caption, 1, pandoc.Str(caption(lang)))
  return img
end

return { { Meta = Meta }, { Image = Image } }
