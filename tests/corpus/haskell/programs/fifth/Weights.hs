{-# LANGUAGE ScopedTypeVariables #-}
module Main (main) where

import qualified Data.Vector.Unboxed as V
import Text.Printf

step :: Int -> V.Vector Double -> V.Vector Double
step n w = V.imap (\i x -> x - 0.1 * (x - w V.! (i + n))) w

main :: IO ()
main = go (1 :: Int) (V.generate 8 fromIntegral)
  where
    go epoch w
      | epoch > 4 = putStrLn "trained"
      | otherwise = do
          printf "epoch %d loss %.4f\n" epoch (V.sum (V.map (* 0.5) w))
          let shift = if epoch == 3 then 1 else 0
          go (epoch + 1) $! (let v = step shift w in V.sum v `seq` v)
