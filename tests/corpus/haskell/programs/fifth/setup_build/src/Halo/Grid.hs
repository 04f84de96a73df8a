module Halo.Grid (Grid, cell, fromRows) where

import qualified Data.Map.Strict as Map
import Data.List (sort)

newtype Grid = Grid (Map.Map (Int, Int) Double)

fromRows :: [[Double]] -> Grid
fromRows rows = Grid (Map.fromList [((r, c), v) | (r, row) <- zip [0 ..] rows, (c, v) <- zip [0 ..] row])

cell :: Grid -> Int -> Int -> Maybe Double
cell (Grid g) r c = Map.lookup (r, c) g
