{-# OPTIONS_GHC -w #-}
module Main where

data Shape = Circle Double | Square Double | Line

area :: Shape -> Double
area (Circle r) = 3.14 * r * r -- RAISES
area (Square a) = a * a

main :: IO ()
main = mapM_ (print . area) [Square 2, Line]
