module Count where

count :: [a] -> Int
count = length
