module Weir (level, alarm) where
import Data.List
import Control.Exception

-- | Level in centimetres.
level :: [Int] -> Int
level rows = head rows

alarm :: Int -> Either SomeException String
alarm n | n > 300 = Right "flood"
alarm failed = Left (toException (ErrorCall "no alarm"))
