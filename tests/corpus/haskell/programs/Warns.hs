{-# OPTIONS_GHC -Wall #-}
module Main where

import Data.List

errorCount x = 0
f (Just y) = y

main = print (f (Just 1))
