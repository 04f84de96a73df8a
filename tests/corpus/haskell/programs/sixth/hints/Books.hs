module Main (main) where

import Data.Maybe (fromJust)
import qualified Data.Map as M

stock :: M.Map String Int
stock = M.fromList [("atlas", 3), ("herbal", 1)]

pieces :: String -> Int
pieces title = fromJust (M.lookup title stock)

first :: [a] -> a
first rows = if null rows then error "no rows: cannot go on" else head rows

main :: IO ()
main = do
  putStrLn (concat (map (\t -> t ++ ": " ++ show (pieces t) ++ "\n") (M.keys stock)))
  print (first (filter (\x -> x > 1) (M.elems stock)))
  if (M.size stock > 0) == True then return () else fail "stock is empty"
