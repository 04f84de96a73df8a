module Halo.Find (peaks) where

import Halo.Grid

peaks :: Grid -> [(Int, Int)] -> [(Int, Int)]
peaks grid = filter (\(r, c) -> cell grid r c > threshold)
  where
    threshold = 0.5 :: Double
